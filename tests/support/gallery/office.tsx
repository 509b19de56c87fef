import { departmentSettings, otherFields, routingFields } from '../../../actors/department/settings'
import { Problem } from '../../../actors/problem'
import { editable } from '../../../src/reads/editable'
import type { OfficeContext } from '../../../views/office/context'
import { type DepartmentDetails, DepartmentPage } from '../../../views/office/department'
import {
  type DepartmentLine,
  DepartmentsPage,
  departmentsInMenu,
} from '../../../views/office/departments'
import { peopleInMenu } from '../../../views/office/people-paths'
import { departments } from '../../../views/words/departments'
import * as data from './data'
import { lookOf, type Picture } from './picture'

export const line = (name: string, more: Partial<DepartmentLine> = {}): DepartmentLine => ({
  id: name.toLowerCase(),
  name,
  settings: departmentSettings.initial,
  agents: 5,
  onDuty: 2,
  isDefault: 'no',
  ...more,
})

const ringing = { ...departmentSettings.initial, acceptance: 'manual' } as const
const orders = line('Orders & delivery', { isDefault: 'yes' })
const some: DepartmentLine[] = [
  line('Billing, refunds & invoices', { settings: ringing, onDuty: 0 }),
  orders,
  line('订单与物流', { agents: 0, onDuty: 0, isDefault: 'withAgents' }),
  line('Deliveries, returns and everything that is large and heavy', { agents: 120, onDuty: 34 }),
  line(data.long.slice(0, 100)),
]

type Given = Parameters<Picture['page']>[0]
type More = Pick<OfficeContext, 'refused'> &
  Partial<Pick<OfficeContext, 'me'>> & { said?: keyof (typeof departments)['en']['said'] }
const contextOf = (given: Given, { said, refused, me }: More = {}): OfficeContext => {
  const look = lookOf(given)
  return {
    ...look,
    me: me ?? { id: data.olga, name: 'Olga Petrova-Samoilova' },
    menu: [peopleInMenu, departmentsInMenu],
    page: departmentsInMenu,
    ...(said ? { said: departments[look.language].said[said] } : {}),
    ...(refused ? { refused } : {}),
  }
}

export const list = (
  name: string,
  active: readonly DepartmentLine[],
  removed: readonly DepartmentLine[] = [],
  more: More = {},
): Picture => ({
  name,
  height: 1100,
  page: (given) => <DepartmentsPage {...contextOf(given, more)} lists={{ active, removed }} />,
})

const details = (more: Partial<DepartmentDetails> = {}): DepartmentDetails => ({
  ...orders,
  isRemoved: false,
  people: [
    { id: data.ana, name: 'Ana', status: 'ready', link: '/chat?agent=ana.x', canLeave: true },
    { id: data.amir, name: 'Amir Haddad', status: 'away', canLeave: false },
    { id: data.olga, name: 'Olga Petrova-Samoilova', status: 'off', canLeave: true },
  ],
  others: [{ id: data.vera, name: 'Bea Brandt' }],
  open: 2,
  isOnly: false,
  form: editable(otherFields, departmentSettings.initial),
  routing: editable(routingFields, departmentSettings.initial).values,
  overflowsTo: 'Billing, refunds & invoices',
  nameVersion: 'v',
  ...more,
})

export const one = (
  name: string,
  more: Partial<DepartmentDetails> = {},
  context: More = {},
): Picture => ({
  name,
  height: 1500,
  page: (given) => <DepartmentPage {...contextOf(given, context)} department={details(more)} />,
})

const typed = { acceptance: 'manual', strategy: 'round-robin', patience: '15m', accept: '5' }
const outOfLimits = new Problem('invalid', 'durationNotValid', {
  ...{ field: 'accept', values: { min: '1s', max: '7d' } },
})
const taken = new Problem('conflict', 'departmentTaken', { values: { name: 'Orders & delivery' } })
const many = Array.from({ length: 40 }, (_, n) => line(`Department ${n + 1}`))
const unused = { people: [], agents: 0, onDuty: 0, open: 0, isDefault: 'no' } as const

export const officePictures: Picture[] = [
  list('office-departments', some, [line('Spring sale 2025'), line(data.long.slice(0, 80))]),
  list('office-departments-one', [line('Support', { isDefault: 'yes' })]),
  { ...list('office-departments-many', many), once: true },
  {
    ...list('office-departments-taken', some, [], {
      refused: { form: 'creation', problem: taken, typed: { name: 'orders & DELIVERY' } },
    }),
    once: true,
  },
  one('office-department', {}, { said: 'saved' }),
  one(
    'office-department-fault',
    { name: data.long.slice(0, 100) },
    {
      refused: { form: 'settings', problem: outOfLimits, typed },
    },
  ),
  one(
    'office-department-stale',
    {},
    {
      refused: {
        form: 'settings',
        problem: new Problem('conflict', 'changedMeanwhile'),
        typed: { ...typed, silence: '30m', accept: '30s' },
      },
    },
  ),
  { ...one('office-department-removed', { ...unused, isRemoved: true }), once: true },
  {
    ...one('office-department-removing', unused),
    act: (page) => page.click('[popovertarget=ask-removal]'),
  },
  {
    ...list('office-menu', some),
    once: true,
    act: async (page) => {
      const button = page.locator('.office-menu-button')
      if (await button.isVisible()) await button.click()
      else await page.click('.me-button')
    },
  },
]
