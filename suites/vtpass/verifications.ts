/** The smartcard that the sandbox knows. */
export const knownCard = {
  code: '000',
  content: {
    Customer_Name: 'TEST METER',
    Status: 'ACTIVE',
    Due_Date: '02-FEB-25',
    Customer_Number: '81111111111',
    Customer_Type: 'GOTV',
    commission_details: { amount: null, rate: '1.50', rate_type: 'percent', computation_type: 'default' },
  },
}

/** The Smile e-mail that it knows. */
export const knownAccount = {
  code: '000',
  content: {
    Customer_Name: 'THE TESTER ITSELF',
    AccountList: {
      Account: [
        { AccountId: '08011111111', FriendlyName: 'TESTER1' },
        { AccountId: '08011111111', FriendlyName: 'TESTER2' },
      ],
      NumberOfAccounts: 2,
    },
  },
}

export const unknownCard = {
  code: '000',
  content: {
    error:
      "The Smartcard/Decoder Number you entered may be invalid, Please check and only proceed if you are sure it's valid.",
  },
}

export const unknownAccount = {
  code: '000',
  content: {
    error:
      "The Smile email you entered may be invalid, Please check and only proceed if you are sure it's valid.",
  },
}
