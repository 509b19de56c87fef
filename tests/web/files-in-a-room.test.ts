import { afterAll, beforeAll, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { type FileDesk, formWith, openFileDesk } from './file-desk'

let desk: FileDesk
beforeAll(async () => {
  desk = await openFileDesk()
})
afterAll(() => desk.close())

/** What Ana's composer has beside her words, and files. */
const send = async (conversation: string, fields: Record<string, string>) => {
  const form = formWith({ client_id: clientId(), text: 'Here', ...fields }, [['a.txt', 'x']])
  const { status, text } = await desk.staff.ana.post(paths.workbench.files(conversation), form)
  return { status, reason: JSON.parse(text).error?.reason }
}

test('files go with what else a composer says, and cannot wait for a time', async () => {
  const { conversation } = await desk.visitor()
  const draft = () => desk.desk.store.drafts.find(desk.ana.id, conversation)
  const written = new URLSearchParams({ text: 'Here', client_id: clientId() })
  const keep = paths.workbench.draft(conversation)
  expect((await desk.staff.ana.post(keep, written)).status).toBeLessThan(300)
  expect(await draft()).toMatchObject({ text: 'Here' })
  for (const later of [{ send_preset: 'tomorrow' }, { send_at: '2h' }] as Record<string, string>[])
    expect(await send(conversation, later)).toEqual({ status: 422, reason: 'filesGoNow' })
  expect(desk.onDisk()).toEqual([])
  const all = { seq: '99', send_at: '', drafted: '1' }
  expect(await send(conversation, all)).toEqual({ status: 201, reason: undefined })
  expect(await draft()).toBeUndefined()
  const noted = { seq: '99', send_at: '', drafted: '1', inside: 'yes' }
  expect(await send(conversation, noted)).toEqual({ status: 201, reason: undefined })
})
