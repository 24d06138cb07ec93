/** What VTpass calls the list of them. */
export const AIRTIME = 'airtime'

/** The networks that are sold, by VTpass's pages of airtime. `etisalat` is 9mobile. */
export const networks = ['mtn', 'glo', 'airtel', 'etisalat'] as const

export type Network = (typeof networks)[number]
