import { expect } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { json } from './ask'
import type { Office } from './office'

/** A first message, with what is sent beside it. */
export const first = (more: Record<string, string> = {}) => ({
  ...{ text: 'Where is my parcel?', client_id: clientId(), ...more },
})

/** How visitors of an office begin. */
export const beginners = (office: () => Office) => {
  const send = (more: Record<string, string>, path: string = paths.chat.page, headers = {}) =>
    office().ask('POST', path, { form: first(more), headers })
  return {
    send,
    /** Begins a chat, and tells which. */
    begun: async (more: Record<string, string>, path: string = paths.chat.page) => {
      const answer = await send(more, path, json)
      expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('conversation')])
      return String(JSON.parse(answer.text).conversation)
    },
    linesOf: (id: string) => office().desk.desk.store.transcripts.after(id, 0, 20),
    rowOf: (id: string) => office().desk.desk.store.conversations.row(id),
  }
}
