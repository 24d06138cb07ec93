/** What VTpass calls the list of them. */
export const TV = 'tv-subscription'

/** The providers of TV that are sold. */
export const tvServices = ['gotv'] as const

export type TvService = (typeof tvServices)[number]

/** VTpass's page "GOTV Subscription Payment API": another bouquet, or the one that the smartcard has. */
export const subscriptionTypes = ['change', 'renew'] as const

export type SubscriptionType = (typeof subscriptionTypes)[number]
