import { departmentSettings, routingFields } from '../../../actors/department/settings'
import { Problem } from '../../../actors/problem'
import { editable } from '../../../src/reads/editable'
import type { OfficeContext } from '../../../views/office/context'
import { type RoutingDetails, RoutingPage, routingInMenu } from '../../../views/office/routing'
import * as data from './data'
import { lookOf, type Picture } from './picture'

type More = { refused?: OfficeContext['refused']; said?: true }

const others = [
  { id: 'billing', name: 'Billing, refunds & invoices' },
  { id: 'orders', name: '订单与物流' },
  { id: 'long', name: data.long.slice(0, 100) },
]
const used = {
  ...departmentSettings.initial,
  ...({ languageRule: 'preferred', skillRule: 'preferred', fairLimit: 3 } as const),
  ...{ overflowTo: 'billing', overflowLength: 8, overflowWait: 120_000, vip: 'VIP\nPresse\n媒体' },
}
const details = (more: Partial<RoutingDetails> = {}): RoutingDetails => ({
  ...{ id: 'sales', name: 'Orders & delivery', others, from: ['Returns', '售后'] },
  form: editable(routingFields, used),
  people: [
    { id: data.ana, name: 'Ana Lindqvist', languages: ['en', 'pt-BR'], skills: ['refunds'] },
    { id: data.amir, name: 'Amir Haddad', languages: [], skills: [] },
    { id: data.olga, name: '王小明', languages: ['zh'], skills: ['退货', '发票', 'lamps'] },
  ],
  ...more,
})

const routing = (name: string, more: Partial<RoutingDetails> = {}, { refused, said }: More = {}) =>
  ({
    name,
    height: 1500,
    page: (given) => {
      const look = lookOf(given)
      return (
        <RoutingPage
          {...look}
          me={{ id: data.olga, name: 'Olga' }}
          menu={[routingInMenu]}
          page={routingInMenu}
          refused={refused}
          said={said && routingInMenu.words[look.language].said.saved}
          details={details(more)}
        />
      )
    },
  }) satisfies Picture

const empty = {
  ...{ name: data.long.slice(0, 100), others: [], from: [], people: [] },
  form: editable(routingFields, departmentSettings.initial),
}
const { values } = editable(routingFields, used)

export const routingPictures: Picture[] = [
  routing('office-routing', {}, { said: true }),
  routing('office-routing-unset', empty),
  routing(
    'office-routing-loops',
    {},
    {
      refused: {
        form: 'routing',
        problem: new Problem('invalid', 'overflowLoops', { field: 'overflowTo' }),
        typed: { ...values, overflowTo: 'orders' },
      },
    },
  ),
  routing(
    'office-routing-stale',
    {},
    {
      refused: {
        form: 'routing',
        problem: new Problem('conflict', 'changedMeanwhile'),
        typed: { ...values, languageRule: 'required', headStart: '5m', overflowTo: 'orders' },
      },
    },
  ),
]
