import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Recording, RecordingError, readRecording } from './recording.ts'

/** Every recording in a directory, by the names of the files. @throws RecordingError */
export async function readRecordings(directory: string): Promise<readonly Recording[]> {
  const files = await readdir(directory).catch(() => {
    throw new RecordingError(`${directory} is no directory that can be read`)
  })
  const names = files.filter((name) => name.endsWith('.json')).sort()
  if (names.length === 0) throw new RecordingError(`there is no recording in ${directory}`)
  return Promise.all(
    names.map(async (name) => readRecording(await readFile(join(directory, name), 'utf8'), name)),
  )
}

/** Writes a recording into its file: that of its case, whatever was there before. */
export async function writeRecording(directory: string, recording: Recording): Promise<void> {
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, `${recording.case}.json`), `${JSON.stringify(recording, null, 2)}\n`)
}
