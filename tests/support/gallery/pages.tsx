import type { Page } from 'playwright-core'
import { Problem } from '../../../actors/problem'
import { ChatPage, type ChatPageProps } from '../../../views/chat/page'
import type { Standing } from '../../../views/chat/standing'
import { StartPage } from '../../../views/chat/start'
import { ChatTail } from '../../../views/chat/tail'
import { HomePage } from '../../../views/home'
import { InstallPage } from '../../../views/install/page'
import type { Look } from '../../../views/look'
import {
  BrokenPage,
  MissingPage,
  ProblemPage,
  SignedOutPage,
  UnavailablePage,
} from '../../../views/problem'
import { SignInPage } from '../../../views/session/sign-in'
import { sentenceFor } from '../../../views/words'
import { DecisionsPage } from '../../../views/workbench/decisions'
import type { Rights } from '../../../views/workbench/inbox/lists'
import { type Room, WorkbenchPage, type WorkbenchPageProps } from '../../../views/workbench/page'
import * as data from './data'

export type Picture = {
  name: string
  page: (look: Pick<Look, 'theme' | 'language'>) => unknown
  /** English and light only. */
  once?: boolean
  height?: number
  /** What to do on it before the picture is taken. */
  act?: (page: Page) => Promise<unknown>
}

const lookOf = (look: Pick<Look, 'theme' | 'language'>): Look => ({
  ...look,
  nonce: 'gallery',
  here: '/chat',
  now: data.now,
  zone: 'Europe/Berlin',
})

const connected = (state: string) => (page: Page) =>
  page.evaluate((now) => {
    document.querySelector('#connection')?.setAttribute('data-state', now)
  }, state)
/** The browser kit says so by itself; only its other states are posed. */
const live = async (page: Page) => {
  await page.waitForSelector('#connection[data-state=live]', { state: 'attached', timeout: 5000 })
}

const active: Standing = { state: 'active', agent: { id: data.ana, name: 'Ana' }, here: true }
const ended: Standing = {
  state: 'ended',
  agent: { id: data.ana, name: 'Ana' },
  mayContinue: true,
  stars: null,
}

const chat = (name: string, standing: Standing, more: Partial<ChatPageProps> = {}): Picture => ({
  name,
  act: live,
  page: (given) => (
    <ChatPage
      {...lookOf(given)}
      standing={standing}
      department={given.language === 'zh' ? '订单与物流' : 'Orders & delivery'}
      conversation={data.conversation}
      clientId="next-1"
      name="Vera"
      entries={data.talk(given.language, 'visitor')}
      earlier={null}
      after={9}
      viewer={data.vera}
      {...more}
    />
  ),
})

const waits = (place: number, estimate: number | null): Standing => ({
  state: 'waiting',
  since: data.now - 26_000,
  place,
  estimate,
})
const alone = (language: 'en' | 'zh') => data.talk(language, 'visitor').slice(2, 3)

const chatPictures: Picture[] = [
  {
    name: 'start',
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        departments={Object.entries(data.departments).map(([id, name]) => ({ id, name }))}
        clientId="next-1"
      />
    ),
  },
  {
    name: 'start-problem',
    once: true,
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        departments={[]}
        clientId="next-1"
        draft={{ name: 'Vera' }}
        problem={{
          says: sentenceFor(new Problem('invalid', 'writeFirst'), given.language),
          field: 'text',
        }}
      />
    ),
  },
  chat('chat', active),
  {
    ...chat('chat-typing', active),
    once: true,
    act: async (page) => {
      await live(page)
      await page.evaluate(() => {
        const slot = document.querySelector('#typing')
        if (slot)
          slot.innerHTML =
            '<p class="typing-now"><span class="avatar small tint-0">AN</span><span class="dots"><i></i><i></i><i></i></span></p>'
      })
    },
  },
  chat('waiting', waits(3, 220_000), { entries: alone('en') }),
  { ...chat('waiting-next', waits(1, null), { entries: alone('en') }), once: true },
  {
    ...chat('ringing', { state: 'ringing', since: data.now - 31_000 }, { entries: alone('en') }),
    once: true,
  },
  chat(
    'left',
    { state: 'left' },
    {
      entries: [...alone('en'), data.entry({ seq: 4, notice: { code: 'unattended' } })],
    },
  ),
  chat('ended', ended, {
    entries: [
      ...data.talk('en', 'visitor'),
      data.entry({ seq: 10, notice: { code: 'closed', by: 'agent', name: 'Ana' } }),
    ],
  }),
  {
    ...chat('ended-rating', ended),
    once: true,
    act: async (page) => {
      await live(page)
      await page.check('input[name=stars][value="4"]', { force: true })
    },
  },
  { ...chat('ended-rated', { ...ended, stars: 5 }), once: true },
  { ...chat('ended-draft', ended, { draft: 'One more thing: is the box' }), once: true },
  {
    ...chat(
      'chat-problem',
      { ...active, here: false },
      {
        draft: 'Hello?',
        problem: 'That was very fast. Try again in 5 seconds; your text is kept.',
      },
    ),
    once: true,
    act: connected('reconnecting'),
  },
  { ...chat('chat-hostile', active, { entries: data.hostile }), once: true, height: 1200 },
  {
    name: 'tail',
    once: true,
    page: (given) => (
      <ChatTail
        {...lookOf(given)}
        standing={active}
        department=""
        entries={data.talk('en', 'visitor').slice(-2)}
        viewer={data.vera}
      />
    ),
  },
]

const none: Rights = {
  say: false,
  take: false,
  answer: false,
  transfer: false,
  end: false,
  reopen: false,
}
const held: Rights = { ...none, say: true, transfer: true, end: true }

const room = (more: Partial<Room> = {}): Room => ({
  conversation: data.asConversation(data.mine[0] ?? data.left),
  department: 'Orders & delivery',
  rights: held,
  targets: { agents: data.colleagues, departments: [{ id: 'billing', name: 'Billing' }] },
  clientId: 'next-1',
  visitor: {
    id: data.vera,
    name: 'Vera K.',
    email: 'vera@example.com',
    language: 'English',
    conversation: data.conversation,
    talking: true,
  },
  earlier: [
    { id: 'c20', at: data.now - 7 * 86_400_000, preview: 'Size exchange', stars: 5 },
    { id: 'c21', at: data.now - 47 * 86_400_000, preview: 'Gift card', stars: null },
  ],
  entries: data.talk('en', 'desk'),
  earlierEntries: null,
  after: 9,
  ...more,
})

type Bench = Partial<Omit<WorkbenchPageProps, 'inbox'>> & {
  inbox?: Partial<WorkbenchPageProps['inbox']>
}

const bench = (name: string, { inbox, ...more }: Bench = {}): Picture => ({
  name,
  act: live,
  page: (given) => (
    <WorkbenchPage
      {...lookOf(given)}
      me={{ id: data.ana, name: 'Ana' }}
      agent={data.agentRow({})}
      banner={null}
      room={null}
      {...more}
      inbox={{
        view: 'mine',
        counts: { mine: 3, line: 2, closed: null },
        offers: [],
        rows: data.mine,
        line: data.line,
        older: null,
        departments: data.departments,
        ...inbox,
      }}
    />
  ),
})

const offering = { offers: [{ row: data.offered, until: data.now + 24_000 }] }
const idle = { rows: [], line: [], counts: { mine: 0, line: 0, closed: null } }
const inLine = data.line[0] ?? data.left

const benchPictures: Picture[] = [
  bench('bench-list', { inbox: offering }),
  bench('bench-room', { room: room() }),
  { ...bench('bench-zh-room', { room: room({ entries: data.talk('zh', 'desk') }) }), once: true },
  bench('bench-empty', { agent: data.agentRow({ load: 0, status: 'off' }), inbox: idle }),
  {
    ...bench('bench-line', {
      inbox: { view: 'line', rows: [...data.line, data.left], line: [] },
      room: room({
        conversation: inLine,
        department: 'Sales',
        rights: { ...none, take: true },
        entries: data.talk('en', 'desk').slice(2, 3),
        earlier: [],
      }),
    }),
    once: true,
  },
  {
    ...bench('bench-closed', {
      inbox: { view: 'closed', rows: data.closedRows, line: [], older: '/workbench?view=closed' },
      room: room({
        conversation: data.closedRows[0] ?? data.left,
        rights: { ...none, reopen: true },
      }),
    }),
    once: true,
  },
  {
    ...bench('bench-lost', {
      banner: 'lost',
      problem: 'Wei has no room now. Choose another.',
      agent: data.agentRow({ status: 'away', load: 0 }),
      inbox: { ...idle, view: 'line' },
    }),
    once: true,
  },
  {
    ...bench('bench-transfer', { room: room() }),
    act: async (page) => {
      await live(page)
      await page.click('.transfer summary')
    },
  },
  {
    ...bench('bench-shift', { room: room() }),
    act: async (page) => {
      await live(page)
      await page.click('.pill')
    },
  },
  {
    ...bench('bench-me'),
    act: async (page) => {
      await live(page)
      await page.click('.me-button')
    },
  },
  {
    ...bench('bench-facts', { room: room() }),
    once: true,
    act: async (page) => {
      await live(page)
      const button = page.locator('.about-button')
      if (await button.isVisible()) await button.click()
    },
  },
  {
    name: 'decisions',
    page: (given) => (
      <DecisionsPage
        {...lookOf(given)}
        conversation={room().conversation}
        decisions={data.decisions}
        departments={data.departments}
      />
    ),
  },
]

const plain: Picture[] = [
  { name: 'home', page: (given) => <HomePage {...lookOf(given)} staff={false} /> },
  { name: 'sign-in', page: (given) => <SignInPage {...lookOf(given)} /> },
  {
    name: 'sign-in-problem',
    once: true,
    page: (given) => (
      <SignInPage
        {...lookOf(given)}
        email="ana@example.com"
        problem={sentenceFor(new Problem('unknown', 'signInWrong'), given.language)}
      />
    ),
  },
  {
    name: 'install',
    page: (given) => (
      <InstallPage
        {...lookOf(given)}
        token="t"
        draft={{ name: 'Olga' }}
        problem={{
          says: sentenceFor(new Problem('invalid', 'emailNotValid'), given.language),
          field: 'email',
        }}
      />
    ),
  },
  { name: 'missing', page: (given) => <MissingPage {...lookOf(given)} /> },
  {
    name: 'broken',
    once: true,
    page: (given) => <BrokenPage {...lookOf(given)} id="0199a1b2-77c0-7e21-b0c4-3f1d52a90b11" />,
  },
  { name: 'unavailable', once: true, page: (given) => <UnavailablePage {...lookOf(given)} /> },
  { name: 'signed-out', once: true, page: (given) => <SignedOutPage {...lookOf(given)} /> },
  {
    name: 'problem',
    once: true,
    page: (given) => (
      <ProblemPage
        {...lookOf(given)}
        problem={new Problem('conflict', 'alreadyTaken', { values: { name: 'Amir' } })}
      />
    ),
  },
]

export const pictures: Picture[] = [...plain, ...chatPictures, ...benchPictures]
