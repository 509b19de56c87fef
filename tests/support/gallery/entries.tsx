import type { Page } from 'playwright-core'
import type { Entry } from '../../../actors/entry'
import { quoteOf } from '../../../actors/quote'
import { EntryCard, type EntryCardProps } from '../../../views/transcript/entry-card'
import { EntryPage } from '../../../views/transcript/entry-page'
import type { Language } from '../../../views/words/language'
import { active, chat } from './chat'
import * as data from './data'
import { drawn } from './drawn'
import { live, lookOf, type Picture } from './picture'

/** The talk, after they have reacted, answered, edited and taken back. */
const changed = (language: Language, audience: 'visitor' | 'desk'): Entry[] => {
  const entries = data.talk(language, audience)
  const [first] = entries
  const put: Record<number, Partial<Entry>> = {
    3: { edited: 10 },
    6: {
      reacted: 12,
      reactions: [
        { emoji: '👍', by: 'agent', author: data.ana, name: 'Ana' },
        { emoji: '👍', by: 'visitor', author: data.vera, name: 'Vera K.' },
        { emoji: '🙏', by: 'agent', author: data.ana, name: 'Ana' },
      ],
    },
    8: { edited: 11, ...(first ? { quoted: quoteOf(first) } : {}) },
    9: { body: { kind: 'withdrawn', inside: false }, text: '', edited: 13 },
  }
  return entries.map((each) => ({ ...each, ...put[each.seq] }))
}

const cardOf = (language: Language): EntryCardProps => ({
  ...{ language, audience: 'visitor', viewer: data.vera, clientId: 'next-1' },
  entry: changed(language, 'visitor').find(({ reactions }) => reactions) ?? data.entry({ seq: 1 }),
  answer: { action: '/chat/messages', whose: { name: 'written_in', value: data.conversation } },
  ...{ mayRevise: true, mayUnsend: true, mayReact: true },
})

/** As a script asks for it. */
export const entryCard = (language: Language) => EntryCard(cardOf(language))

const page = (name: string, more: Partial<EntryCardProps> = {}): Picture => ({
  name,
  page: (given) => {
    const card = { ...cardOf(given.language), ...more }
    const reader = { ...lookOf(given), audience: 'visitor', viewer: data.vera } as const
    return (
      <EntryPage {...lookOf(given)} {...card} drawn={drawn([card.entry], reader)} back="/chat" />
    )
  },
})

const changedChat = (name: string): Picture => {
  const pictureIn = (language: Language) =>
    chat(name, active, { entries: changed(language, 'visitor') })
  return { ...pictureIn('en'), page: (given) => pictureIn(given.language).page(given) }
}

const open = async (page: Page) => {
  await live(page)
  await page.locator('[data-edited] .entry-more').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('#entry-menu')
}

export const entryPictures: Picture[] = [
  page('entry-page'),
  page('entry-page-problem', { draft: 'Yes, it', problem: 'Write a message first.' }),
  page('entry-page-split', { split: '/workbench/conversations/1/split', mayRevise: false }),
  page('entry-page-late', { mayRevise: false, mayUnsend: false, mayReact: false, answer: null }),
  changedChat('chat-changed'),
  { ...changedChat('entry-menu'), act: open },
  {
    ...changedChat('entry-editing'),
    act: async (page) => {
      await open(page)
      await page.locator('#entry-menu .edit summary').click()
    },
  },
  {
    ...changedChat('entry-answering'),
    act: async (page) => {
      await open(page)
      await page.locator('#entry-menu .reply summary').click()
    },
  },
]
