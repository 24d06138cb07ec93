import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { renderHtml, renderJson, renderJunit, renderText, type SuiteReport } from '../suites/report/index.ts'
import { UsageError } from './settings.ts'

type Format = 'text' | 'json' | 'junit' | 'html'

const renderers: Record<Format, (report: SuiteReport) => string | Promise<string>> = {
  text: renderText,
  json: renderJson,
  junit: renderJunit,
  html: renderHtml,
}

const endings: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.json': 'json',
  '.xml': 'junit',
  '.html': 'html',
}

/** Where a report goes, and as what. */
export interface ReportOutput {
  /** What is printed. */
  readonly format: Format
  readonly files: readonly { readonly path: string; readonly format: Format }[]
}

/** @throws UsageError where a format is none, or a file's name does not tell its own. */
export function readOutput(format: string | undefined, paths: readonly string[]): ReportOutput {
  const given = format ?? 'text'
  if (!isFormat(given)) throw new UsageError(`--format is "${given}"; it must be text, json, junit or html`)
  return { format: given, files: paths.map((path) => ({ path, format: formatOf(path) })) }
}

function formatOf(path: string): Format {
  const format = endings[extname(path).toLowerCase()]
  if (format !== undefined) return format
  throw new UsageError(
    `--output is "${path}"; its ending says what it is: .txt, .json, .xml (JUnit) or .html`,
  )
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(renderers, name)
}

/** Prints a report, and writes it into every file that was asked for. */
export async function putOut(report: SuiteReport, { format, files }: ReportOutput): Promise<void> {
  for (const { path, format: itsFormat } of files) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, await renderers[itsFormat](report))
  }
  process.stdout.write((await renderers[format](report)).replace(/\n*$/, '\n'))
}
