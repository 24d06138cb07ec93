/** Every code of VTpass's page "Response Codes". */
export const responseCodes = [
  '000',
  '001',
  '010',
  '011',
  '012',
  '013',
  '014',
  '015',
  '016',
  '017',
  '018',
  '019',
  '020',
  '021',
  '022',
  '023',
  '024',
  '025',
  '026',
  '027',
  '028',
  '030',
  '031',
  '032',
  '034',
  '035',
  '040',
  '044',
  '083',
  '085',
  '087',
  '089',
  '091',
  '099',
] as const

export type ResponseCode = (typeof responseCodes)[number]

/** A code that says no. */
export type RefusalCode = Exclude<ResponseCode, '000'>

/** Why 085: the page has one text for each. */
export type ImproperRequestId = 'no-date' | 'improper-date' | 'not-today'

/** An expected refusal. `reason` says in words what to change; VTpass never sends it. */
export interface Refusal {
  readonly code: RefusalCode
  readonly improper?: ImproperRequestId
  readonly reason: string
}
