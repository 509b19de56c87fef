import { Problem } from '../../../actors/problem'
import { qrOf } from '../../../src/web/session/qr'
import type { OfficeContext } from '../../../views/office/context'
import { ProvidersPage, providerList } from '../../../views/office/providers/list'
import { ProviderPage } from '../../../views/office/providers/page'
import { type ProviderLine, providersInMenu } from '../../../views/office/providers/paths'
import { CodesPage, type Common, FactorPage, OwnFactorPage } from '../../../views/session/factor'
import { SecondPage } from '../../../views/session/second'
import { SignInPage } from '../../../views/session/sign-in'
import { sentenceFor } from '../../../views/words'
import * as data from './data'
import { asked, contextOf, lead, named } from './people'
import { lookOf, type Picture } from './picture'

type Given = Parameters<Picture['page']>[0]

const email = 'maximiliana.von-hohenlohe@harbourpine.example'
const says = (given: Given, problem: Problem, form: string) => ({
  refused: { says: sentenceFor(problem, given.language), field: problem.field, form },
})
const DAY_MS = 86_400_000
const passkeys = [
  { id: 'a', name: 'Ana’s laptop', createdAt: data.now - 40 * DAY_MS, usedAt: data.now - DAY_MS },
  { id: 'b', name: '手机', createdAt: data.now - DAY_MS, usedAt: null },
]
const common = (given: Given, more: Partial<Common> = {}): Common => ({
  ...lookOf(given),
  ...{ email, asks: false, passkeys: [] },
  ...more,
})
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const qr = qrOf(`otpauth://totp/Harbour%20%26%20Pine:${email}?secret=${secret}`)

const factor = (
  name: string,
  more: (given: Given) => Partial<Common>,
  isConfined = false,
): Picture => ({
  name,
  height: 1500,
  page: (given) => (
    <FactorPage
      {...common(given, more(given))}
      {...{ qr, secret, isConfined }}
      offer="sealed"
      {...(isConfined ? { next: '/workbench' } : {})}
    />
  ),
})

const own = (
  name: string,
  isForced: boolean,
  more: (given: Given) => Partial<Common>,
): Picture => ({
  name,
  height: 1300,
  page: (given) => (
    <OwnFactorPage {...common(given, more(given))} codesLeft={9} isForced={isForced} />
  ),
})

const second = (
  name: string,
  {
    isRecovery = false,
    hasApp = true,
    problem,
  }: Partial<{
    isRecovery: boolean
    hasApp: boolean
    problem: Problem
  }> = {},
): Picture => ({
  name,
  page: (given) => (
    <SecondPage
      {...lookOf(given)}
      {...{ email, isRecovery, hasApp }}
      mark="m"
      {...(problem
        ? {
            problem: {
              says: sentenceFor(problem, given.language),
              isOfField: problem.field !== undefined,
            },
          }
        : {})}
    />
  ),
})

const codes = Array.from({ length: 10 }, (_, n) => `k7p${n}-2mxw-q4h9-zt8c`)

const lines: ProviderLine[] = [
  {
    ...{ id: 'p1', label: 'Google', issuer: 'https://accounts.google.com', client: 'desk' },
    ...{ domains: [], role: null, counts: 'no' },
  },
  {
    ...{ id: 'p2', label: 'Harbour & Pine 员工', client: '8d0c-desk' },
    issuer: 'https://sso.harbourpine.example/realms/harbour-and-pine-customer-service',
    ...{ domains: ['harbourpine.example', 'pine.example'], role: lead, counts: 'yes' },
  },
]

const providers = (
  name: string,
  rows: readonly ProviderLine[],
  refused?: OfficeContext['refused'],
): Picture => ({
  name,
  height: 1500,
  page: (given) => (
    <ProvidersPage
      {...contextOf(given, providersInMenu, refused ? { refused } : {})}
      ask={{ ...asked, ...providerList.usual }}
      found={{ rows: [...rows], next: null }}
      given={named}
    />
  ),
})

const provider = (name: string, refused?: OfficeContext['refused']): Picture => ({
  name,
  height: 1500,
  page: (given) => (
    <ProviderPage
      {...contextOf(given, providersInMenu, refused ? { refused } : {})}
      provider={{
        ...(lines[1] as ProviderLine),
        ...{ version: 'v1', given: named },
        back: 'https://chat.harbourpine.example/sign-in/with/0199a1b2-77c0-7e21-b0c4-3f1d52a90b11/back',
      }}
    />
  ),
})

const wrong = new Problem('invalid', 'codeWrong', { field: 'one_time_code' })
const password = new Problem('invalid', 'passwordWrong', { field: 'current_password' })
const stale = new Problem('conflict', 'changedMeanwhile')
const typed = { label: 'Staff', issuer: 'https://other.example', domains: '', role: 'agent' }

/** What people of the desk sign in by beside their password. */
export const doorPictures: Picture[] = [
  {
    name: 'sign-in-services',
    page: (given) => (
      <SignInPage
        {...lookOf(given)}
        services={lines.map(({ id, label }) => ({ id, label }))}
        problem={sentenceFor(new Problem('conflict', 'providerAway'), given.language)}
      />
    ),
  },
  second('sign-in-code'),
  { ...second('sign-in-code-wrong', { problem: wrong }), once: true },
  second('sign-in-recovery', { isRecovery: true }),
  { ...second('sign-in-passkey', { hasApp: false }), once: true },
  factor('second-factor', () => ({})),
  factor('second-factor-forced', (given) => says(given, wrong, 'app'), true),
  {
    ...factor('second-factor-asked', (given) => ({
      ...{ asks: true, passkeys },
      ...says(given, password, 'app'),
    })),
    once: true,
  },
  own('second-factor-own', false, () => ({ passkeys, said: 'added' })),
  {
    ...own('second-factor-own-asked', true, (given) => ({
      ...{ asks: true, passkeys: passkeys.slice(1) },
      ...says(given, password, 'codes'),
    })),
    once: true,
  },
  {
    name: 'second-factor-codes',
    page: (given) => (
      <CodesPage {...lookOf(given)} {...{ email, codes }} next="/workbench/me" hasEnded />
    ),
  },
  providers('office-providers', lines),
  { ...providers('office-providers-empty', []), once: true },
  {
    ...providers('office-providers-fault', lines, {
      ...{ form: 'creation', typed },
      problem: new Problem('invalid', 'domainsMissing', { field: 'domains' }),
    }),
    once: true,
  },
  provider('office-provider'),
  { ...provider('office-provider-stale', { form: 'revision', problem: stale, typed }), once: true },
]
