import { Problem } from '../../../actors/problem'
import type { Visit } from '../../../actors/visitor/visit'
import { StartPage } from '../../../views/chat/start'
import {
  InvitationsPage,
  invitationsInMenu,
  type TriggerLine,
} from '../../../views/office/invitations'
import { OnlinePage, type OnlineVisitor } from '../../../views/workbench/online'
import { bench, room } from './bench'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const MINUTE_MS = 60_000
const page = (title: string, minutes: number, path = '/') => ({
  ...{ url: `https://shop.example${path}`, title, at: data.now - minutes * MINUTE_MS },
})

const visit: Visit = {
  ...{ visitor: data.vera, startedAt: data.now - 6 * MINUTE_MS, at: data.now, visits: 3 },
  pages: [
    page('Order 20418 · tracking', 2, '/orders/20418'),
    page('Help: “My parcel is late”', 3, '/help/late'),
    page('Wool travel blanket, moss green, 130 × 180 cm', 6, '/blankets/moss'),
    page('', 7, `/${'x'.repeat(80)}`),
  ],
  about: {
    ...{ language: 'en', zone: 'Europe/Berlin', browser: 'Firefox 140', system: 'Android 16' },
    ...{ device: 'Google Pixel 8', address: '203.0.113.9', referrer: 'https://search.example/' },
    ...{ utm: { source: 'news', campaign: 'spring' } },
    place: { country: 'DE', city: { en: 'Leipzig', zh: '莱比锡' } },
  },
}

const card = {
  visit,
  version: 'v1',
  invitation: {
    ...{ id: 'i1', at: data.now - 5 * MINUTE_MS, text: 'Can I help with your order?' },
    ...{ agent: data.ana, agentName: 'Ana', trigger: null, answer: 'accepted' as const },
  },
  profile: {
    ...{
      phone: '+49 341 5550',
      company: 'Harbour Books & Paper',
      notes: 'Calls back\nafter five.',
    },
    tags: ['wholesale', '2nd contact'],
    attributes: {
      'Customer since': { type: 'date' as const, value: '2023-03-01' },
      Club: { type: 'yesNo' as const, value: 'yes' },
    },
  },
}

const onSite = (name: string, more: Partial<OnlineVisitor> = {}): OnlineVisitor => ({
  ...{ startedAt: visit.startedAt, visits: 3, pages: visit.pages, place: visit.about.place },
  ...{ visitor: `0199-${name.toLowerCase()}-8f2c`, name, talking: false, invitation: null },
  ...{ conversation: null, ...more },
})

const visitors = [
  onSite('', { visits: 1, place: null }),
  onSite('Vera K.', { talking: true, conversation: data.conversation }),
  onSite('李明', { invitation: 'none', pages: [page('运费说明', 1, '/shipping')] }),
  onSite(data.long.slice(0, 100), { invitation: 'declined', pages: visit.pages.slice(3) }),
]

const online = (name: string, all: readonly OnlineVisitor[], act?: Picture['act']): Picture => ({
  name,
  ...(act ? { act } : {}),
  page: (given) => (
    <OnlinePage
      {...lookOf(given)}
      me={{ id: data.ana, name: 'Ana' }}
      count={all.length}
      visitors={all}
      next={all.length > 0 ? '1-x' : null}
      mayInvite
      until={undefined}
    />
  ),
})

const triggers: TriggerLine[] = [
  {
    ...{ id: 't1', pattern: '/pricing*', afterMs: 20_000, after: '20s', visits: 2, language: 'zh' },
    text: '您好！需要帮您选择方案吗？',
  },
  {
    ...{ id: 't2', pattern: 'https://shop.example/*', afterMs: 0, after: '0s', visits: 1 },
    ...{ language: '', text: 'Are you looking for something?' },
  },
]

const office = (name: string, lines: readonly TriggerLine[], isRefused = false): Picture => ({
  name,
  height: 1100,
  page: (given) => (
    <InvitationsPage
      {...lookOf(given)}
      me={{ id: data.olga, name: 'Olga' }}
      menu={[invitationsInMenu]}
      page={invitationsInMenu}
      lines={lines}
      {...(isRefused
        ? {
            refused: {
              form: 'creation',
              problem: new Problem('invalid', 'patternNotValid', { field: 'pattern' }),
              typed: { pattern: 'pricing', after: '20s', visits: '1', text: 'Hello' },
            },
          }
        : {})}
    />
  ),
})

const invited = (name: string, agent: string | null): Picture => ({
  name,
  page: (given) => (
    <StartPage
      {...lookOf(given)}
      departments={[]}
      clientId="next-1"
      keptAs="start-1"
      invitation={{ id: 'i1', text: 'Which plan suits you? Ask me.', agent, agentName: 'Ana' }}
    />
  ),
})

/** Who visitors are, who is on the site, and what asks them. */
export const visitorPictures: Picture[] = [
  bench('bench-card', { room: room({ card }) }),
  {
    ...bench('bench-card-edit', { room: room({ card }) }),
    height: 1500,
    act: async (page) => {
      await page.evaluate(() => {
        const facts = document.getElementById('facts')
        if (facts && getComputedStyle(facts).display === 'none') facts.showPopover()
        facts?.querySelector('details')?.setAttribute('open', '')
      })
    },
  },
  online('online', visitors),
  online('online-invite', visitors, async (page) => {
    await page.locator('.invite summary').first().click()
  }),
  online('online-nobody', []),
  invited('start-invited', data.ana),
  invited('start-invited-by-itself', null),
  office('office-invitations', triggers),
  office('office-invitations-none', []),
  office('office-invitations-refused', triggers, true),
]
