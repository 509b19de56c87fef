import type { Page } from 'playwright-core'
import { ChatTail } from '../../../views/chat/tail'
import { DecisionsPage } from '../../../views/workbench/decisions'
import { RoomTail } from '../../../views/workbench/room/tail'
import { bench, none, room } from './bench'
import { active, chat, ended } from './chat'
import * as data from './data'
import { connected, live, lookOf, type Picture, reader } from './picture'
import { listen, speak } from './voice'

/** Messages on their way, in every state that they may be in. */
const send = async (page: Page) => {
  await live(page)
  await page.evaluate(() => {
    const { content } = document.querySelector<HTMLTemplateElement>('#pending') ?? {}
    for (const state of ['sending', 'waiting', 'failed'])
      for (const inside of document.body.matches('.desk') ? [false, true] : [false]) {
        const bubble = content?.firstElementChild?.cloneNode(true) as HTMLElement
        bubble.id = `e-${state}-${inside}`
        bubble.dataset.pending = state
        if (inside) bubble.dataset.inside = ''
        bubble.querySelector('.body')?.append('One more thing: is the box still whole?')
        document.querySelector('#transcript')?.append(bubble)
      }
  })
}

const cut = async (page: Page) => {
  await live(page)
  await connected('offline')(page)
}

const idle = { rows: [], line: [], counts: { mine: 0, line: 0, closed: null } }
const notTheirs = data.row({ agent: data.amir, agentName: 'Amir' })

const ofChat: Picture[] = [
  { ...chat('chat-sending', active), act: send },
  {
    ...chat('chat-newest', active),
    act: async (page) => {
      await live(page)
      await page.$eval('#newest', (button) => button.removeAttribute('hidden'))
    },
  },
  { ...chat('chat-voice', active), act: (page) => live(page).then(() => speak(page)) },
  { ...chat('chat-voice-heard', active), act: (page) => live(page).then(() => listen(page)) },
  chat('ended-problem', ended, { problem: 'This chat cannot go on. Start a new one.' }),
  chat('ended-kept', ended, {
    draft: 'One more thing: is the box',
    problem: 'This chat has ended. Go on with it, or start a new one.',
  }),
  chat('ended-alone', { ...ended, agent: null, mayContinue: false, mayRate: false }),
  {
    name: 'tail-ended',
    page: (given) => (
      <ChatTail
        {...lookOf(given)}
        status={ended}
        department="Orders"
        entries={[]}
        viewer={data.vera}
      />
    ),
  },
]

const ofBench: Picture[] = [
  { ...bench('bench-sending', { room: room() }), act: send },
  { ...bench('bench-cut', { room: room() }), act: cut },
  {
    ...bench('bench-shortcuts'),
    act: async (page) => {
      await live(page)
      await page.click('.me-button')
      await page.click('[popovertarget=shortcuts]')
    },
  },
  bench('bench-empty-line', { inbox: { ...idle, list: { view: 'line' } } }),
  bench('bench-empty-closed', { inbox: { ...idle, list: { view: 'closed' } } }),
  bench('bench-full', {
    room: room({ rights: { ...none, take: true, note: true }, hindrance: 'full' }),
  }),
  bench('bench-unsent', {
    room: room({
      ...{ conversation: notTheirs, rights: none, visitor: null, page: null, earlier: [] },
      ...{ draft: 'The depot has called twice.', problem: 'Amir has it now.' },
    }),
  }),
  {
    name: 'bench-tail-empty',
    page: (given) => <RoomTail {...lookOf(given)} entries={[]} viewer={data.ana} />,
  },
  {
    name: 'decisions-none',
    page: (given) => (
      <DecisionsPage
        {...lookOf(given)}
        conversation={notTheirs}
        reasons={[]}
        departments={data.departments}
        me={data.ana}
        reader={reader}
        list={{ view: 'mine' }}
      />
    ),
  },
]

/** What is seen for a moment or rarely: on its way, cut off, empty, refused. */
export const momentPictures: Picture[] = [...ofChat, ...ofBench].map((picture) => ({
  ...picture,
  once: true,
}))
