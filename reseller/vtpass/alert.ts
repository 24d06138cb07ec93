/**
 * Why an operator is told. One reason is one thing to do, so that a thousand purchases that meet the same trouble are
 * one alert.
 */
export type Alert =
  /** 087, or HTTP 401: VTpass does not take the keys. */
  | 'credentials'
  /** 021 to 024: VTpass has locked the account, or given it no API. */
  | 'account'
  /** 027: VTpass does not know the address that we call from. */
  | 'ip-not-whitelisted'
  /** 018: the wallet at VTpass is too low. */
  | 'low-float'
  /** 085: our reference has not the form that VTpass wants. */
  | 'improper-reference'
  /** The answer names another order than the one that was asked for. */
  | 'another-order'
  /** The code says one thing, and the transaction's status another. */
  | 'contradiction'
  /** 044: "Please contact us for more info." */
  | 'resolved'
  /** A requery was refused with a code that says nothing of the order. */
  | 'requery-refused'
  /** What came is none of VTpass's documented answers: another code, another status, no JSON, an HTTP error. */
  | 'undocumented'
  /** A requery brought no answer. */
  | 'unreachable'
