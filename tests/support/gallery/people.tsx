import type { Page } from 'playwright-core'
import { agentSettings } from '../../../actors/agent/settings'
import { Problem } from '../../../actors/problem'
import { roles } from '../../../src/policies/permissions'
import { editable } from '../../../src/reads/editable'
import type { MenuEntry, OfficeContext } from '../../../views/office/context'
import { PeoplePage, type PersonLine, peopleList } from '../../../views/office/people'
import { peopleInMenu } from '../../../views/office/people-paths'
import { type PersonDetails, PersonPage } from '../../../views/office/person'
import { rightsInMenu } from '../../../views/office/rights'
import { rolesInMenu } from '../../../views/office/role-paths'
import { GivenLinkOverPage, GivenLinkPage } from '../../../views/session/given-link'
import { sentenceFor } from '../../../views/words'
import * as data from './data'
import { sessions } from './me'
import { lookOf, type Picture } from './picture'

type Given = Parameters<Picture['page']>[0]
type More = { refused?: OfficeContext['refused']; said?: string }

const menu = [peopleInMenu, rolesInMenu, rightsInMenu]
export const contextOf = (given: Given, page: MenuEntry, more: More = {}): OfficeContext => ({
  ...lookOf(given),
  ...{ menu, page, me: { id: data.olga, name: 'Olga Petrova-Samoilova' } },
  ...more,
})

const HOUR_MS = 3_600_000
export const lead = { id: 'own-1', name: 'Team lead' }
export const named = [...Object.keys(roles).map((id) => ({ id, name: null })), lead]
const departments = ['Orders & delivery', 'Billing, refunds & invoices', '售后'].map(
  (name, nth) => ({
    id: `d${nth}`,
    name,
  }),
)
const offered = { departments, roles: named, given: ['admin', 'supervisor', 'agent', 'own-1'] }

const line = (nth: number, name: string, more: Partial<PersonLine> = {}): PersonLine => ({
  ...{ id: `person-${nth}`, name, email: `person${nth}@harbourpine.example` },
  role: { id: 'agent', name: null },
  departments: departments.slice(0, (nth % 3) + 1),
  ...{ status: 'ready', mayReply: true, load: 2, capacity: 5 },
  seenAt: data.now - nth * 5 * HOUR_MS,
  secondFactor: nth % 2 === 0,
  ...more,
})

export const people: PersonLine[] = [
  line(0, 'Ana Lindqvist'),
  line(1, 'Amir Haddad', { role: lead, status: 'away', load: 5 }),
  line(2, 'Helga Brandt', { role: { id: 'owner', name: null }, status: 'off', mayReply: false }),
  line(3, 'Maximiliana von Hohenlohe-Langenburg zu Waldenburg-Schillingsfürst', {
    email: `maximiliana.${data.long.slice(0, 60).replaceAll(' ', '')}@harbourpine.example`,
  }),
  line(4, '王小明', { status: 'invited', seenAt: null, load: 0 }),
  line(5, 'Yara Nascimento', { status: 'disabled', role: { id: 'own-9', name: null } }),
]

export const asked = { q: '', filters: {}, times: {}, until: null }
const fresh = {
  ...{ name: '王小明', until: data.now + 160 * HOUR_MS },
  url: `https://chat.example.org/invitation?token=${data.olga}.1764500000000.${'x'.repeat(43)}`,
}
const beside = { offered, mayInvite: true, count: people.length }

const values = {
  ...{ name: 'Ana Lindqvist', email: 'person0@harbourpine.example', role: 'agent' },
  departments: 'd0,d1',
  ...editable(agentSettings.fields, agentSettings.initial).values,
}
const person = (more: Partial<PersonDetails> = {}): PersonDetails => ({
  ...line(0, 'Ana Lindqvist'),
  form: { ...editable(agentSettings.fields, agentSettings.initial), values, version: 'v1' },
  ...{ offered, sessions: sessions.map((one) => ({ ...one, isThis: false })) },
  ...{ mayManage: true, isAbove: false, isSelf: false, hasStates: true },
  factor: { since: data.now - 90 * HOUR_MS, codesLeft: 9, isForced: true, passkeys: 1 },
  services: [{ id: 'p', label: 'Google' }],
  ...more,
})

const stale = new Problem('conflict', 'changedMeanwhile')
const typed = { ...values, name: 'Ana Lindqvist-Østergaard', departments: 'd2', capacity: '8' }
const limits = new Problem('invalid', 'numberNotValid', {
  ...{ field: 'capacity', values: { min: 1, max: 20 } },
})
const none = new Problem('invalid', 'placeMissing', { field: 'departments' })
const taken = new Problem('conflict', 'emailTaken', { field: 'email' })

const one = (name: string, more: Partial<PersonDetails> = {}, context: More = {}): Picture => ({
  name,
  height: 1900,
  page: (given) => (
    <PersonPage {...contextOf(given, peopleInMenu, context)} person={person(more)} />
  ),
})

const list = (name: string, found: readonly PersonLine[], more: More = {}): Picture => ({
  name,
  height: 1250,
  page: (given) => (
    <PeoplePage
      {...contextOf(given, peopleInMenu, more)}
      {...beside}
      {...(name === 'office-people-invited' ? { fresh } : {})}
      ask={{ ...asked, ...peopleList.usual }}
      found={{ rows: found, next: found.length > 5 ? { by: 'Y', id: 'person-5' } : null }}
    />
  ),
})

const link = { token: 'x', name: '王小明', email: 'xiaoming@harbourpine.example' }
const short = new Problem('invalid', 'passwordTooShort', {
  ...{ field: 'password', values: { limit: 15, count: 5 } },
})
const invitation = (name: string, problem?: Problem): Picture => ({
  name,
  page: (given) => {
    const look = lookOf(given)
    const wrong = problem && {
      problem: { says: sentenceFor(problem, look.language), isOfField: true },
    }
    return <GivenLinkPage {...look} {...link} {...wrong} />
  },
})

/** People, and the page on which they set a password. */
export const peoplePictures: Picture[] = [
  list('office-people', people),
  { ...list('office-people-invited', people.slice(0, 5), { said: 'Invited.' }) },
  {
    ...list('office-people-taken', people.slice(0, 2), {
      refused: { form: 'creation', problem: taken, typed: { ...typed, role: 'supervisor' } },
    }),
    once: true,
  },
  { ...list('office-people-empty', []), once: true },
  one('office-person', {}, { said: 'Saved.' }),
  one('office-person-stale', {}, { refused: { form: 'revision', problem: stale, typed } }),
  {
    ...one(
      'office-person-fault',
      {},
      { refused: { form: 'revision', problem: limits, typed: { ...typed, capacity: '99' } } },
    ),
    once: true,
  },
  {
    ...one(
      'office-person-nowhere',
      { mayManage: false },
      { refused: { form: 'revision', problem: none, typed: { ...values, departments: '' } } },
    ),
    once: true,
  },
  {
    ...one('office-person-fresh', { fresh, freshPassword: 'abcdefgh23456789abcd' }),
    once: true,
  },
  { ...one('office-person-above', { isAbove: true }), height: 860, once: true },
  { ...one('office-person-disabled', { status: 'disabled', sessions: [] }), once: true },
  {
    ...one('office-person-disabling', { load: 3 }),
    act: (page) => page.click('[popovertarget=ask-disabling]'),
  },
  invitation('invitation'),
  { ...invitation('invitation-short', short), once: true },
  ...['a bell', 'aaaaaaaaaaaaaaa', 'my guest my guest my', 'a bell for every guest'].map(
    (typed, nth) => ({
      ...invitation(`invitation-typed-${nth}`),
      act: (page: Page) => page.fill('#field-password', typed),
      once: nth !== 1,
    }),
  ),
  {
    name: 'invitation-over',
    once: true,
    page: (given) => {
      const look = lookOf(given)
      const over = new Problem('conflict', 'invitationOver')
      return <GivenLinkOverPage {...look} says={sentenceFor(over, look.language)} />
    },
  },
]
