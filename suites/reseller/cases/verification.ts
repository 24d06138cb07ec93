import type { NewRule } from '../../../simulator/index.ts'
import type { ResellerCase } from '../case.ts'
import type { Verified } from '../driver.ts'

const KNOWN = '1212121212'

function verifyCase(
  name: string,
  title: string,
  number: string,
  rule: NewRule | null,
  fits: readonly Verified[],
): ResellerCase {
  return {
    name,
    group: 'verification',
    title,
    source: 'VTpass, "GOTV Subscription Payment API"',
    // The numbers that VTpass knows are few, and a rule is for all who ask about one.
    runs: 'alone',
    skip: ({ verify }) => (verify === undefined ? 'the driver verifies no numbers' : null),
    run: async (stage) => {
      const { name: customer } = await stage.customer(0)
      if (rule !== null) await stage.arrange(number, { ...rule, match: { endpoint: 'merchant-verify' } })
      const verified = await stage.driver.verify?.(customer, 'gotv', number)
      if (verified !== undefined && fits.includes(verified)) return
      stage.problem({
        field: 'verified',
        expected: fits.join(' or '),
        actual: String(verified),
        cost: fits.includes('known')
          ? 'A customer whose smartcard is good cannot buy.'
          : 'A bouquet of ₦3,600.00 is paid for a smartcard that nobody has: VTpass gives nothing back.',
      })
    },
  }
}

const notKnown: readonly Verified[] = ['not-known', 'unclear']

export const verificationCases: readonly ResellerCase[] = [
  verifyCase('smartcard-that-is-known', 'A smartcard that VTpass knows is verified', KNOWN, null, ['known']),
  verifyCase(
    'smartcard-that-is-not-known',
    '000 with content.error is no verification, although no flag says so',
    '4600000001',
    null,
    ['not-known'],
  ),
  verifyCase(
    'verification-that-is-not-heard',
    'Silence verifies nothing',
    KNOWN,
    { fault: { kind: 'empty-response' } },
    notKnown,
  ),
  verifyCase(
    'verification-that-is-no-object',
    'A text where an object should be verifies nothing',
    KNOWN,
    { fault: { kind: 'bare-text' } },
    notKnown,
  ),
  verifyCase(
    'verification-that-is-empty',
    'An empty body verifies nothing',
    KNOWN,
    { fault: { kind: 'empty-body' } },
    notKnown,
  ),
]
