import { Problem } from '../../../actors/problem'
import { filledPieces } from '../../../actors/text/template'
import { actNames } from '../../../src/commands/macros/acts'
import { CannedListPage } from '../../../views/canned/list'
import { CannedReplyPage } from '../../../views/canned/page'
import { Layout } from '../../../views/layout'
import { cannedInMenu, cannedOfDesk } from '../../../views/office/canned'
import type { MenuEntry, OfficeContext } from '../../../views/office/context'
import { departmentsInMenu } from '../../../views/office/departments'
import { MacroPage, RulesPage, rulesInMenu } from '../../../views/office/rules'
import { CannedChoicePage } from '../../../views/workbench/canned/page'
import { type CannedChoice, CannedPanel } from '../../../views/workbench/canned/panel'
import { macro, reply } from '../../contracts/store/canned'
import * as data from './data'
import { lookOf, type Picture, reader } from './picture'

type Given = Parameters<Picture['page']>[0]
const context = (given: Given, page: MenuEntry): OfficeContext => ({
  ...lookOf(given),
  me: { id: data.olga, name: 'Olga Petrova-Samoilova' },
  menu: [departmentsInMenu, cannedInMenu, rulesInMenu],
  page,
})

const values = { 'visitor.name': 'Vera', 'agent.name': 'Ana' }
const choice = (code: string, title: string, text: string): CannedChoice => ({
  ...{ id: code, code, title, text, folder: 'Delivery', scope: 'all', uses: 212 },
  pieces: filledPieces(text, values),
})
const choices = [
  choice(
    'delay',
    'Sorry for the delay',
    'Sorry for the delay, {{visitor.name|there}}. Your parcel comes on {{?Day}}.',
  ),
  choice('depot', 'At the depot in your town, to be fetched today', 'It is at the depot.'),
  { ...choice('order-late', 'Late, with a voucher', 'Here is a voucher.'), scope: 'mine' as const },
  choice('退货', '退货流程', '您好，{{visitor.name|您}}，请提供{{?订单号}}。'),
]
const found = { choices, all: 64, q: 'de', conversation: data.conversation }
const departments = [
  { id: 'orders', name: 'Orders & delivery' },
  { id: 'sales', name: 'Sales' },
]
const ret = reply('ret', {
  title: 'Return label',
  body: 'Hello {{visitor.name|there}}, {{visitr.name}}',
  bodies: { zh: '您好' },
})
const replies = [
  ret,
  reply('delay', { title: 'Sorry for the delay', folder: 'Delivery', uses: 212 }),
  reply('ours', { scope: 'department', departments: ['sales'], title: data.long.slice(0, 110) }),
]
const stale = new Problem('conflict', 'changedMeanwhile')
const refund = macro('Refund and close', {
  acts: [
    { does: 'say', value: 'You get it back, {{visitor.name|you}}.' },
    { does: 'note', value: 'Paid back' },
    { does: 'tag.add', value: 'Refund' },
    { does: 'end', value: '' },
  ],
})
const chosen = { departments, acts: actNames }

const panel = (name: string, shown: readonly CannedChoice[]): Picture => ({
  name,
  page: (given) => (
    <Layout {...lookOf(given)} title="Canned replies" kind="desk">
      <main class="room">
        <h1 class="sr">Vera</h1>
        <div class="foot">
          <CannedPanel {...found} choices={shown} language={given.language} />
        </div>
      </main>
    </Layout>
  ),
})

export const cannedPictures: Picture[] = [
  panel('canned-panel', choices),
  { ...panel('canned-panel-none', []), once: true },
  {
    name: 'canned-choices',
    page: (given) => (
      <CannedChoicePage {...lookOf(given)} reader={reader} {...found} language={given.language} />
    ),
  },
  {
    name: 'office-canned',
    height: 1700,
    page: (given) => (
      <CannedListPage
        {...context(given, cannedInMenu)}
        place={cannedOfDesk}
        list={{ replies, all: 64, q: 'de', departments }}
      />
    ),
  },
  {
    name: 'office-canned-stale',
    height: 1700,
    once: true,
    page: (given) => (
      <CannedReplyPage
        {...context(given, cannedInMenu)}
        {...{ place: cannedOfDesk, reply: ret, departments }}
        refused={{ form: 'revision', problem: stale, typed: { body: 'Mine' } }}
      />
    ),
  },
  {
    name: 'office-rules',
    height: 1500,
    page: (given) => (
      <RulesPage {...context(given, rulesInMenu)} lists={{ ...chosen, macros: [refund] }} />
    ),
  },
  {
    name: 'office-macro',
    height: 1700,
    once: true,
    page: (given) => (
      <MacroPage {...context(given, rulesInMenu)} details={{ ...chosen, macro: refund }} />
    ),
  },
]
