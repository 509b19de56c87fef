import type { Entry } from '../../../actors/entry'
import { Problem } from '../../../actors/problem'
import { ChatPage, type ChatPageProps } from '../../../views/chat/page'
import { StartPage } from '../../../views/chat/start'
import { ChatTail } from '../../../views/chat/tail'
import type { VisitorStatus } from '../../../views/chat/visitor-status'
import { sentenceFor } from '../../../views/words'
import * as data from './data'
import { drawn } from './drawn'
import { fileLimits } from './files'
import { connected, live, lookOf, type Picture } from './picture'

export const active = {
  state: 'active',
  agent: { id: data.ana, name: 'Ana' },
  here: true,
} as const satisfies VisitorStatus
export const ended = {
  state: 'ended',
  agent: { id: data.ana, name: 'Ana' },
  mayContinue: true,
  mayRate: true,
  mayComment: false,
  stars: null,
} as const satisfies VisitorStatus

type Chat = Partial<Omit<ChatPageProps, 'drawn'>> & { entries?: readonly Entry[] }

export const chat = (
  name: string,
  status: VisitorStatus,
  { entries, ...more }: Chat = {},
): Picture => ({
  name,
  act: live,
  page: (given) => (
    <ChatPage
      {...lookOf(given)}
      status={status}
      department={given.language === 'zh' ? '订单与物流' : 'Orders & delivery'}
      conversation={data.conversation}
      clientId="next-1"
      fileLimits={fileLimits}
      name="Vera"
      isShown={false}
      drawn={drawn(entries ?? data.talk(given.language, 'visitor'), {
        ...lookOf(given),
        audience: 'visitor',
        viewer: data.vera,
      })}
      earlier={null}
      after={9}
      seenUpTo={0}
      {...more}
    />
  ),
})

export const waits = (place: number, estimate: number | null): VisitorStatus => ({
  state: 'waiting',
  since: data.now - 26_000,
  place,
  estimate,
})
const alone = (language: 'en' | 'zh') => data.talk(language, 'visitor').slice(2, 3)

const ordersChoice = { id: 'orders', name: 'Orders', names: { en: 'Orders', zh: '订单' } }

export const chatPictures: Picture[] = [
  {
    name: 'start',
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        departments={Object.entries(data.departments).map(([id, name], nth) => ({
          id,
          name,
          names: { en: name, zh: name },
          staffed: nth < 2,
          ahead: nth === 1 ? 12 : 0,
          estimate: null,
        }))}
        clientId="next-1"
        keptAs="start-1"
      />
    ),
  },
  {
    name: 'start-alone',
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        departments={[{ ...ordersChoice, staffed: false, ahead: 0, estimate: null }]}
        clientId="next-1"
        keptAs="start-vera"
      />
    ),
  },
  {
    name: 'start-line',
    once: true,
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        departments={[{ ...ordersChoice, staffed: true, ahead: 12, estimate: 900_000 }]}
        clientId="next-1"
        keptAs="start-vera"
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
        keptAs="start-1"
        draft={{ name: 'Vera', email: 'vera@example', text: 'Where is my parcel?' }}
        problem={{
          says: sentenceFor(new Problem('invalid', 'emailNotValid'), given.language),
          field: 'email',
        }}
      />
    ),
  },
  chat('chat', active),
  { ...chat('chat-earlier', active, { earlier: '/chat?before=1' }), once: true },
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
  {
    ...chat('chat-ending', active),
    act: async (page) => {
      await live(page)
      await page.click('.end-chat > button')
    },
  },
  {
    ...chat('chat-cut', active),
    act: async (page) => {
      await live(page)
      await connected('reconnecting')(page)
    },
  },
  chat('chat-seen', active, { entries: data.talk('en', 'visitor').slice(0, -2), seenUpTo: 99 }),
  chat('waiting', waits(3, 220_000), { entries: alone('en') }),
  { ...chat('waiting-next', waits(1, null), { entries: alone('en') }), once: true },
  {
    ...chat('ringing', { state: 'ringing', since: data.now - 31_000 }, { entries: alone('en') }),
    once: true,
  },
  chat(
    'left',
    { state: 'left', told: true, helped: false },
    {
      entries: [
        ...alone('en'),
        data.entry({ seq: 4, notice: { code: 'unattended', helped: false } }),
      ],
    },
  ),
  chat(
    'left-helped',
    { state: 'left', told: false, helped: true },
    {
      entries: [
        ...data.talk('en', 'visitor'),
        data.entry({ seq: 10, notice: { code: 'requeued', reason: 'lost', name: 'Ana' } }),
      ],
    },
  ),
  {
    ...chat(
      'waiting-alone',
      { state: 'left', told: false, helped: false },
      { entries: alone('en') },
    ),
    once: true,
  },
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
  chat('ended-stars', { ...ended, stars: 5, mayComment: true }),
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
  { ...chat('chat-stuck', { state: 'stuck', agent: active.agent }), once: true },
  { ...chat('chat-hostile', active, { entries: data.hostile }), once: true, height: 1200 },
  {
    name: 'tail',
    once: true,
    page: (given) => (
      <ChatTail
        {...lookOf(given)}
        status={active}
        department=""
        entries={data.talk('en', 'visitor').slice(-2)}
        viewer={data.vera}
      />
    ),
  },
]
