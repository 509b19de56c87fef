import { expect, test } from 'bun:test'
import { installToken } from '../../src/commands/accounts/install'
import { createDepartment } from '../../src/commands/departments/create'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { firstStepPaths } from '../../views/office/first-steps/paths'
import { paths } from '../../views/paths'
import { firstStepWords } from '../../views/words/first-steps'
import { hire, openTestDesk } from '../support/desk'
import { askOf, cookieIn, json, signIn } from './ask'

type Step = { step: string; done: boolean }

const installed = async () => {
  const desk = await openTestDesk()
  const ask = askOf(desk)
  const form = {
    ...{ token: (await installToken(desk.desk)) ?? '', name: 'Olga', email: 'olga@desk.test' },
    password: 'a bell for every guest',
  }
  const answer = await ask('POST', paths.install, { form })
  return { desk, ask, answer, cookie: cookieIn(answer, 'session') }
}

test('who has set a desk up comes to the first steps, which know by themselves what is done', async () => {
  const { desk, ask, answer, cookie } = await installed()
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, firstStepPaths.page])
  const steps = async (): Promise<Step[]> =>
    JSON.parse((await ask('GET', firstStepPaths.page, { cookie, headers: json })).text).steps
  const done = async () => (await steps()).flatMap(({ step, done }) => (done ? [step] : []))
  expect(await done()).toEqual([])
  expect((await steps()).map(({ step }) => step)).toEqual([
    ...['departments', 'people', 'hours', 'texts', 'widget', 'mail'],
  ])
  await createDepartment(desk.desk, { id: 'billing', name: 'Billing' })
  expect(await done()).toEqual(['departments'])
  await hire(desk, 'Ana')
  expect(await done()).toEqual(['departments', 'people'])
  await changeDeskSettings(desk.desk, 'brand', { name: 'Beans & Co' })
  expect(await done()).toEqual(['departments', 'people', 'texts'])
  // Each leads to a page that is there, in both languages.
  for (const language of ['en', 'zh'] as const) {
    const { text } = await ask('GET', `${firstStepPaths.page}?language=${language}`, { cookie })
    for (const { title } of Object.values(firstStepWords[language].steps))
      expect(text).toContain(title)
    const list = /<ol class="first-steps">[\s\S]*?<\/ol>/.exec(text)?.[0] ?? ''
    const links = [...list.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(links).toHaveLength(6)
    for (const link of links) expect((await ask('GET', link, { cookie })).status).toBe(200)
  }
  await desk.close()
})

test('they stay in the menu until they are put away, which the audit tells', async () => {
  const { desk, ask, cookie } = await installed()
  const title = firstStepWords.en.title
  const office = async () => {
    const { headers } = await ask('GET', paths.office.page, { cookie })
    return headers.get('Location')
  }
  expect(await office()).toBe(firstStepPaths.page)
  const put = await ask('POST', firstStepPaths.away, { cookie })
  expect([put.status, put.headers.get('Location')]).toEqual([
    ...[303, expect.stringContaining(firstStepPaths.page)],
  ])
  const after = await ask('GET', put.headers.get('Location') ?? '', { cookie })
  expect(after.text).toContain(firstStepWords.en.said.away)
  expect(await office()).not.toBe(firstStepPaths.page)
  const board = await ask('GET', (await office()) ?? '', { cookie })
  expect(board.text).not.toContain(`${title}</a>`)
  // They can still be read, and put away a second time.
  expect((await ask('POST', firstStepPaths.away, { cookie })).status).toBe(303)
  const { audit } = desk.desk.store
  const acts = [...(await audit.unsealed(100)), ...(await audit.chain(100))]
  expect(acts.filter(({ object }) => object === 'firstSteps:desk')).toHaveLength(1)
  await desk.close()
})

test('a desk that nobody has set up by the wizard has no such list, and an agent none in any case', async () => {
  const desk = await openTestDesk()
  const ask = askOf(desk)
  await hire(desk, 'Olga', 5, 'admin')
  await hire(desk, 'Ana')
  const olga = await signIn(ask, 'Olga')
  const { headers } = await ask('GET', paths.office.page, { cookie: olga })
  expect(headers.get('Location')).not.toBe(firstStepPaths.page)
  const ana = await signIn(ask, 'Ana')
  const refused = await ask('GET', firstStepPaths.page, { cookie: ana, headers: json })
  expect(refused.status).toBe(403)
  await desk.close()
})
