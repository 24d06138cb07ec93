export { NoSuchCase } from './no-such-case.ts'
export * from './report/index.ts'
export {
  type CheckResellerOptions,
  checkReseller,
  listResellerCases,
  NoReseller,
} from './reseller/check-reseller.ts'
export { createDataApiDriver, type DataApiSettings } from './reseller/data-api-driver.ts'
export type * from './reseller/driver.ts'
export { AddressError } from './targets/address.ts'
export type { Keys } from './targets/headers.ts'
export { createLeapingClock, type LeapingClock } from './targets/leaping-clock.ts'
export {
  NobodyAnswers,
  type RemoteOptions,
  remoteDefaults,
  remoteVtpass,
  type Time,
} from './targets/remote-target.ts'
export { simulatorInMemory, simulatorOverSocket, targetOfSimulator } from './targets/simulator-target.ts'
export * from './targets/target.ts'
export { type CheckVtpassOptions, checkVtpass, listVtpassCases } from './vtpass/check.ts'
export type { Exchange } from './vtpass/conversation.ts'
export { readRecordings, writeRecording } from './vtpass/recordings/files.ts'
export { recordingOf } from './vtpass/recordings/record.ts'
export { type Recording, RecordingError } from './vtpass/recordings/recording.ts'
export { type ReplayOptions, replayRecordings } from './vtpass/recordings/replay.ts'
