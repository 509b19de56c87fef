import { deskFields, deskSettings } from '../../../actors/desk/settings'
import { Problem } from '../../../actors/problem'
import { editable } from '../../../src/reads/editable'
import type { OfficeContext } from '../../../views/office/context'
import {
  type PrivacyDetails,
  privacyGroups,
  privacyInMenu,
} from '../../../views/office/privacy/details'
import { PrivacyPage } from '../../../views/office/privacy/page'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const groups = Object.fromEntries(
  privacyGroups.map((group) => [
    group,
    editable(deskFields(group), {
      ...deskSettings[group].initial,
      ...(group === 'masking' ? { maskPatterns: 'KD-\\d{6}' } : {}),
    }),
  ]),
) as PrivacyDetails['groups']

const MINUTE_MS = 60_000
const digest = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c'
const erasure = (nth: number, more: Partial<PrivacyDetails['erasures'][number]> = {}) => ({
  ...{ id: `erasure-${nth}`, at: data.now - nth * 47 * MINUTE_MS, byName: 'Olga', digest },
  ...{ step: 'done' as const, doneAt: data.now, failed: false },
  counts: { visitors: 2, conversations: 3, messages: 41, files: 2, quotes: 3, events: 12 },
  ...more,
})

const empty: PrivacyDetails = { erasures: [], holds: [], foreseen: null, groups, expired: [] }
const full: PrivacyDetails = {
  ...empty,
  erasures: [
    erasure(0, { step: 'lines', doneAt: null }),
    erasure(1, { step: 'talks', doneAt: null, failed: true }),
    erasure(2),
  ],
  holds: [
    { object: `visitor:${data.vera}`, reason: 'Case 12 C 345/26', byName: 'Olga', at: data.now },
    {
      ...{ object: `conversation:${data.conversation}`, byName: 'Olga', at: data.now },
      reason: 'W'.repeat(120),
    },
  ],
  expired: [
    { name: 'Support', days: 90, count: 1204 },
    { name: 'Billing', days: 3650, count: 0 },
  ],
}
const foreseen = {
  ...{ ref: `${'very.long.address.'.repeat(3)}@department.example.com`, held: false },
  ...{ visitors: 2, accounts: 1, conversations: 14 },
}

const picture = (
  name: string,
  details: PrivacyDetails,
  refused?: OfficeContext['refused'],
): Picture => ({
  name,
  height: 3000,
  page: (given) => (
    <PrivacyPage
      {...lookOf(given)}
      me={{ id: data.olga, name: 'Olga' }}
      menu={[privacyInMenu]}
      page={privacyInMenu}
      {...(refused ? { refused } : {})}
      {...details}
    />
  ),
})

/** What the desk owes to people: nothing done yet, all of it at once, held back, and refused. */
export const privacyPictures: readonly Picture[] = [
  picture('office-privacy', empty),
  picture('office-privacy-full', { ...full, foreseen }),
  picture('office-privacy-held', { ...empty, foreseen: { ...foreseen, held: true } }),
  picture('office-privacy-refused', full, {
    form: 'erasure',
    problem: new Problem('invalid', 'confirmOther', { field: 'confirmation' }),
    typed: { visitor: 'vera@guest.example', confirmation: 'vera' },
  }),
]
