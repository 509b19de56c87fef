/** What begins who somebody is by an account here: no site may say so of anybody. */
const OF_ACCOUNT = 'desk-customer:'

export const isOfAccount = (subject: string): boolean => subject.startsWith(OF_ACCOUNT)

/** Who a visitor is known to be by their account. */
export const subjectOf = (customer: string): string => `${OF_ACCOUNT}${customer}`

/** Whose account it is; undefined for who is known otherwise, or by nothing. */
export const customerOf = (subject: string): string | undefined =>
  isOfAccount(subject) ? subject.slice(OF_ACCOUNT.length) : undefined
