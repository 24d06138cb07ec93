/** How VTpass calls back, and where that comes from. */
export const webhookRows = [
  ['a pending purchase is delivered', '000, TRANSACTION DELIVERED', 'Transaction Update Webhook API'],
  [
    'a delivered purchase is reversed',
    '040, TRANSACTION REVERSAL TO WALLET',
    'Transaction Update Webhook API',
  ],
  ['a pending purchase fails', '016, TRANSACTION FAILED', '*ours*'],
  ['plans are replaced', 'variations-update', 'Variation Codes Update Webhook API'],
  [
    'acknowledged by',
    '`{"response":"success"}`, whatever the HTTP status',
    'Callback API; that the status does not count is *ours*',
  ],
  ['attempts', 'five in all', 'Callback API'],
  ['time between them', '1 s, 5 s, 25 s, 125 s of the account’s clock: `webhookDelays`', '*ours*'],
  ['a receiver may take', '10 s by the clock on the wall: `webhookTimeout`', '*ours*'],
  ['redirects', 'are not followed', '*ours*'],
  ['where to', 'loopback and private addresses, unless `--allow-public-callbacks`', '*ours*'],
]
