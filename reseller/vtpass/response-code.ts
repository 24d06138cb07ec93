/** Every code of VTpass's page "Response Codes". */
export type ResponseCode =
  | '000'
  | '001'
  | '010'
  | '011'
  | '012'
  | '013'
  | '014'
  | '015'
  | '016'
  | '017'
  | '018'
  | '019'
  | '020'
  | '021'
  | '022'
  | '023'
  | '024'
  | '025'
  | '026'
  | '027'
  | '028'
  | '030'
  | '031'
  | '032'
  | '034'
  | '035'
  | '040'
  | '044'
  | '083'
  | '085'
  | '087'
  | '089'
  | '091'
  | '099'

type Table<Meaning> = Readonly<Partial<Record<ResponseCode, Meaning>>>

/** What a table says of a code; undefined where it does not list it. */
export function lookUp<Meaning>(table: Table<Meaning>, code: string | null): Meaning | undefined {
  return code !== null && Object.hasOwn(table, code) ? table[code as ResponseCode] : undefined
}
