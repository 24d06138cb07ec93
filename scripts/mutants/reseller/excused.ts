/** Mistakes of the list, or parts of them, that no mutant makes, and why. */
export const excusedOfReseller: readonly { readonly mistake: number; readonly why: string }[] = [
  { mistake: 16, why: 'keys of the sandbox on live: the suite never talks to live' },
  { mistake: 20, why: 'an empty Customer_Name was seen of meters alone: no electricity is sold' },
  {
    mistake: 21,
    why: 'one of the two lists of plans alone: the simulator, as VTpass in every body that was seen, sends both',
  },
  { mistake: 22, why: 'the code of the balance is a number: no driver shows the balance at VTpass' },
  { mistake: 24, why: 'tokens are of electricity, which is not sold' },
  { mistake: 25, why: 'tokens are of electricity, which is not sold; no driver hands over a PIN' },
  { mistake: 26, why: 'meter types are of electricity, which is not sold' },
]
