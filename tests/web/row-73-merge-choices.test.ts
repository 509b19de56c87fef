import { afterAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { indexAll } from '../support/indexed'
import { json } from './ask'
import { openTwoTalks } from './two-talks'

const { chat, workbench } = paths
const talks = await openTwoTalks()
const { clock, harness, ask, cookies, post, two, hasMerged } = talks
afterAll(() => talks.close())

const pageOf = (id: string, q = '', cookie = cookies.sina) =>
  ask('GET', `${workbench.merge(id)}?q=${encodeURIComponent(q)}`, { cookie })
type Choices = Record<'own' | 'found', { id: string; comes: boolean }[]>
const choicesOf = async (id: string, q = ''): Promise<Choices> => {
  const address = `${workbench.merge(id)}?q=${encodeURIComponent(q)}`
  return JSON.parse((await ask('GET', address, { cookie: cookies.sina, headers: json })).text)
}
/** One that has ended, and the one its visitor began after it. */
const twoOfOne = async () => {
  const { conversation: older, token } = await harness.talk('Vera')
  await post(workbench.closure(older), {}, cookies.ana)
  const form = { text: 'It is broken again', client_id: clientId() }
  const begun = await ask('POST', chat.page, { cookie: `visitor=${token}`, form, headers: json })
  return { older, newer: JSON.parse(begun.text).conversation as string }
}

describe('with which conversation one is merged', () => {
  test('is chosen among those of its visitor, which come in once they have ended', async () => {
    const { older, newer } = await twoOfOne()
    expect(await choicesOf(newer)).toMatchObject({ own: [{ id: older, comes: true }], found: [] })
    const page = await pageOf(newer)
    expect(page.status).toBe(200)
    const form = page.text.split(`action="${workbench.merge(older)}"`)[1]?.split('</form>')[0]
    expect(form).toContain(`name="into" value="${newer}"`)
    const [, seq = ''] = /name="seq" value="(\d+)"/.exec(form ?? '') ?? []
    const done = await ask('POST', workbench.merge(older), {
      ...{ cookie: cookies.sina, form: { into: newer, seq } },
    })
    expect([done.status, done.headers.get('Location')]).toEqual([
      303,
      workbench.conversation(newer),
    ])
    await clock.until(hasMerged(newer))
    // What was merged is there no more to be chosen.
    expect((await choicesOf(newer)).own).toEqual([])
  })

  test('or among those that a search finds, of whoever they are', async () => {
    const { phone, laptop } = await two()
    await indexAll(harness.store)
    const { found } = await choicesOf(phone.conversation, 'the same lamp')
    expect(found).toMatchObject([{ id: laptop.conversation, comes: false }])
    const page = await pageOf(phone.conversation, 'the same lamp')
    expect(page.text).toContain('Vera (laptop)')
    expect(page.text).toContain(`name="into" value="${laptop.conversation}"`)
    expect((await pageOf(phone.conversation, 'nothing like it')).text).toContain(
      'Nothing was found',
    )
  })

  test('of what has ended, only among those that go on', async () => {
    const { older, newer } = await twoOfOne()
    expect(await choicesOf(older)).toMatchObject({ own: [{ id: newer, comes: false }] })
    await post(workbench.closure(newer))
    expect((await choicesOf(older)).own).toEqual([])
    expect((await pageOf(older)).text).toContain('There is no other one')
  })

  test('is asked of nobody who may not merge, and a search that cannot be read says why', async () => {
    const { phone } = await two()
    expect((await pageOf(phone.conversation, '', cookies.ana)).status).toBe(403)
    const wrong = await pageOf(phone.conversation, 'agent:Nobody lamp')
    expect([wrong.status, wrong.text.includes('value="agent:Nobody lamp"')]).toEqual([422, true])
  })
})
