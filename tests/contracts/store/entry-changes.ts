import { expect, test } from 'bun:test'
import { type Entry, isForDesk } from '../../../actors/entry'
import { saying } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

const text = { kind: 'text' } as const

export const entryChangesContract = (fresh: Fresh): void =>
  withStore('entry changes', fresh, (store) => {
    const put = (conversation: string, seq: number, said: Partial<Entry>) =>
      store().turns.commit(
        saying(conversation, seq, { clientId: `${conversation}-${seq}`, ...said }),
      )
    const shown = (conversation: string, nth: number) =>
      store().transcripts.shown(conversation, `${conversation}-${nth}`)

    test('take the words before them out of the transcript, and keep them apart', async () => {
      const { transcripts } = store()
      for (const seq of [1, 2]) await put('said', seq, { text: `first ${seq} 😀` })
      const change = { changes: 'said-1', body: text }
      await put('said', 3, { ...change, text: 'second' })
      await put('said', 4, { ...change, text: 'third' })
      const all = JSON.stringify(await transcripts.after('said', 0, 9))
      for (const former of ['first 1', 'second']) expect(all).not.toContain(former)
      expect(await shown('said', 1)).toMatchObject({ text: 'third', edited: 4 })
      expect(await shown('said', 2)).toMatchObject({ text: 'first 2 😀', edited: null })
      expect(await transcripts.formerTexts('said', 'said-1')).toEqual([
        { seq: 1, text: 'first 1 😀', until: 3 },
        { seq: 3, text: 'second', until: 4 },
      ])
      await put('said', 5, { ...change, text: '', body: { kind: 'withdrawn', inside: false } })
      expect(await shown('said', 1)).toMatchObject({ text: '', body: { kind: 'withdrawn' } })
      const kept = await transcripts.formerTexts('said', 'said-1')
      expect(kept.map(({ text }) => text)).toEqual(['first 1 😀', 'second', 'third'])
      expect(await transcripts.formerTexts('said', 'said-2')).toEqual([])
    })

    test('that take it back leave no name of what came with it, and its files to be swept', async () => {
      const { transcripts, files } = store()
      const file = { id: crypto.randomUUID(), name: 'mine.txt', type: 'text/plain', bytes: 4 }
      const body = { ...text, files: [file] }
      await files.expect({ id: file.id, conversation: 'sent', at: 1 })
      await files.arrived([file], 'sent-1')
      await files.said([file.id])
      await put('sent', 1, { text: 'Look', body })
      const change = { changes: 'sent-1' }
      await put('sent', 2, { ...change, text: 'Look here', body })
      const reaction = { kind: 'reaction', emoji: '👍', adds: true, inside: false } as const
      await put('sent', 3, { ...change, text: '', body: reaction })
      expect(await files.unsaid(2, 9)).toEqual([])
      await put('sent', 4, { ...change, text: '', body: { kind: 'withdrawn', inside: false } })
      const raw = await Promise.all(
        [1, 2, 3, 4].map((seq) => transcripts.byClientId('sent', `sent-${seq}`)),
      )
      expect(raw.map((line) => line?.body)).toMatchObject([
        ...[text, text, reaction, { kind: 'withdrawn' }],
      ])
      expect(JSON.stringify(raw)).not.toContain('mine.txt')
      expect(await files.unsaid(2, 9)).toMatchObject([{ id: file.id }])
    })

    test('of notices leave what was told before: nobody wrote it', async () => {
      const { transcripts } = store()
      const rated = { kind: 'notice', notice: { code: 'rated', stars: 3 } } as const
      await put('rated', 1, { body: rated, text: 'Fine' })
      await put('rated', 2, { body: rated, text: 'Good', changes: 'rated-1' })
      expect(await transcripts.byClientId('rated', 'rated-1')).toMatchObject({ text: 'Fine' })
      expect(await transcripts.formerTexts('rated', 'rated-1')).toEqual([])
    })

    test('that are reactions are kept by person and emoji, byte for byte', async () => {
      for (const seq of [1, 2]) await put('dear', seq, {})
      const react = (seq: number, author: string, emoji: string, adds = true) =>
        put('dear', seq, {
          ...{ changes: 'dear-1', author, name: author, text: '' },
          body: { kind: 'reaction', emoji, adds, inside: false },
        })
      await react(3, 'ana', '👍')
      await react(4, 'vera', '👍')
      await react(5, 'vera', '👍🏽')
      await react(6, 'vera', '👍')
      await react(7, 'ana', '❤️')
      await react(8, 'ana', '👍', false)
      const given = (entry: Entry | undefined) =>
        entry?.reactions?.map(({ emoji, author }) => `${author} ${emoji}`)
      expect(given(await shown('dear', 1))).toEqual(['vera 👍', 'vera 👍🏽', 'ana ❤️'])
      expect(await shown('dear', 1)).toMatchObject({ edited: null, reacted: 8 })
      expect(given(await shown('dear', 2))).toBeUndefined()
      const [first] = await store().transcripts.last('dear', 9)
      expect(given(first)).toHaveLength(3)
    })

    test('reach what answers the entry', async () => {
      const { transcripts } = store()
      await put('asked', 1, { text: `${'long '.repeat(60)}end` })
      await put('asked', 2, { answers: 'asked-1', text: 'Yes' })
      await put('other', 1, { clientId: 'asked-1', text: 'elsewhere' })
      const quoted = async () => (await transcripts.last('asked', 9))[1]?.quoted
      expect(await quoted()).toMatchObject({ clientId: 'asked-1', seq: 1, withdrawn: false })
      expect([...((await quoted())?.text ?? '')].length).toBe(160)
      await put('asked', 3, { changes: 'asked-1', text: 'short', body: text })
      expect(await quoted()).toMatchObject({ text: 'short', state: 3 })
      const withdrawn = { kind: 'withdrawn', inside: true } as const
      await put('asked', 4, { changes: 'asked-1', text: '', body: withdrawn })
      expect(await quoted()).toMatchObject({ text: '', withdrawn: true, inside: true })
      expect(isForDesk(withdrawn)).toBe(true)
    })
  })
