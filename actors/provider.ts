import type { Role } from './people'

/** A service that says who somebody is (OpenID Connect), and what the desk makes of it. */
export type Provider = {
  id: string
  /** What the button says. */
  label: string
  /** The address under which it says so; each of its words names it. */
  issuer: string
  clientId: string
  /** What it knows the desk by, sealed. */
  clientSecret: string
  /** Whose addresses may come in, by what stands behind the @; none named, those of everybody it knows. */
  domains: readonly string[]
  /** What new people are; empty where only those come in who have an account. */
  role: Role
  /** Whether it asks for a second factor itself, and who comes by it is asked for none here. */
  countsAsSecond: boolean
  version: string
}

/** Characters of each, and how many providers and domains there may be. */
export const providerLimits = {
  ...{ label: 40, issuer: 300, clientId: 200, clientSecret: 300, domain: 253 },
  ...{ most: 20, domains: 20 },
} as const
