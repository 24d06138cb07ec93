import type { Money } from './money.ts'

/** The outcomes that a recipient's number can ask for; the sixth, `failed`, is every other number. */
export type RecipientOutcome = 'delivered' | 'pending' | 'unexpected' | 'no-response' | 'timeout' | 'failed'

/** The fields of a request that a product may ask for, by VTpass's names. */
export type FieldName =
  | 'request_id'
  | 'serviceID'
  | 'billersCode'
  | 'variation_code'
  | 'amount'
  | 'phone'
  | 'quantity'
  | 'subscription_type'
  | 'type'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** A plan as the variation list prints it, key for key. */
interface VariationEntry {
  readonly variation_code: string
  readonly name: string
  readonly variation_amount: string | number
  readonly fixedPrice: 'Yes' | 'No'
}

/** What a delivered purchase adds to the answer. In every text, `{name}` stands for an invented value. */
export interface AnswerForm {
  readonly purchased_code: string
  /** What to invent for each unit bought, by name: `digits:8`, or `name` for a person's. */
  readonly invented?: { readonly [name: string]: string }
  /** Further keys at the top of the answer. */
  readonly added?: JsonObject
  /** Further lists at the top of the answer, with one entry for each unit bought. */
  readonly perUnit?: { readonly [key: string]: JsonObject }
  /** What `extras` says in a requery; without it, null. */
  readonly extras?: string
}

interface Answer extends AnswerForm {
  readonly format: '2025' | '2022'
  /** The merchant that this biller's answers name; without it, the account's. */
  readonly merchant?: { readonly email: string; readonly phone: string }
  /** Where the form depends on the variation bought (prepaid, postpaid). */
  readonly byVariation?: { readonly [variationCode: string]: AnswerForm }
}

export interface KnownBiller {
  readonly when: { readonly [field in FieldName]?: string }
  readonly content: JsonObject
  /** Shown with the setting `verify-detail` only, behind the key `after`. */
  readonly detail?: { readonly after: string; readonly content: JsonObject }
}

export interface Verification {
  /** The routes under /api that verify this product. */
  readonly paths: readonly string[]
  readonly fields: readonly FieldName[]
  readonly known: readonly KnownBiller[]
  /** The content of the answer for everybody else. */
  readonly unknown: JsonObject
}

/** One file of the catalogue: all that there is to know about a product. */
export interface ProductFile {
  /** The product's entry in the list of services, as it is sent. */
  readonly service: {
    readonly serviceID: string
    readonly name: string
    /** Naira; null or 0 is no limit. */
    readonly minimium_amount: string | number | null
    readonly maximum_amount: string | number | null
    readonly convinience_fee: string | null
    readonly product_type: 'fix' | 'flexible'
    readonly image: string | null
  }
  /** The identifier of its category. */
  readonly category: string
  /** VTpass's own number for the product; also its place in the list of services. */
  readonly productId: number
  readonly productName: string
  readonly type: string
  readonly commission: {
    /** Per cent of the amount, with two decimals. */
    readonly rate: string
    readonly rate_type: 'percent'
    readonly computation_type: string
  }
  /** Naira that every purchase costs on top. */
  readonly fee: number
  /** Mandatory in a purchase, besides request_id and serviceID. */
  readonly fields: readonly FieldName[]
  /** What sets the price: the plan, the amount sent, or the amount where one is sent and else the plan. */
  readonly price: 'variation' | 'amount' | 'amount-or-variation'
  /** Where it is missing, a purchase is always of one. */
  readonly quantity?: { readonly minimum: number; readonly maximum: number }
  readonly subscriptionTypes?: {
    readonly [type: string]: {
      /** Mandatory for this type, besides the product's own. */
      readonly fields: readonly FieldName[]
      /** The plan whose price holds where the request names none. */
      readonly variation_code?: string
    }
  }
  readonly recipient: {
    /** The field that becomes `unique_element`. */
    readonly field: FieldName
    /** The fields in which a test number is looked for. */
    readonly lookAt: readonly FieldName[]
    readonly outcomes: { readonly [outcome in Exclude<RecipientOutcome, 'failed'>]?: readonly string[] }
  }
  readonly verification?: Verification
  readonly answer: Answer
  readonly variations?: {
    readonly ServiceName: string
    readonly serviceID: string
    readonly convinience_fee: string
    readonly list: readonly VariationEntry[]
  }
  /** Where this file's values come from: VTpass's page, seen in answers of the real API, or our own choice. */
  readonly sources: {
    readonly page: string
    readonly seen?: readonly string[]
    readonly ours?: readonly string[]
  }
}

/** A plan that can be bought. */
export interface Variation {
  readonly code: string
  readonly price: Money
  /** As the list prints it: `"410.00"`. */
  readonly priceText: string
}
