import { expect, test } from 'bun:test'
import { importCanned } from '../../src/commands/canned/import'
import { said, until } from './people'
import { openTalk, REFUSED, scene, TIME } from './scene'

const replies = [
  {
    code: 'ret',
    title: 'Return label',
    body: 'Dear {{visitor.name|you}}, order {{?Order number}}.',
  },
  { code: 'refund', title: 'Money back', body: 'You get it back.' },
  { code: '退货', title: '退货流程', body: '好的。' },
]

test.concurrent(
  'a canned reply is found by keys, asked for what it needs, and written where the cursor is',
  scene(async (desk, cast) => {
    await importCanned(desk.desk, replies)
    const { agent, vera } = await openTalk(desk, cast)
    const box = agent.locator('#composer textarea')
    const options = () => agent.locator('#canned [role=option]').allInnerTexts()
    const value = () => box.inputValue()
    await box.click()
    await agent.keyboard.type('See http://a.b/c and ')
    expect(await agent.locator('#canned').count()).toBe(0)
    await agent.keyboard.type('/re')
    await until('both', async () => (await options()).length, 2)
    expect(await box.getAttribute('aria-activedescendant')).toMatch(/^canned-/)
    const chosen = () => agent.locator('#canned [aria-selected=true]').innerText()
    const first = await chosen()
    await agent.keyboard.press('ArrowDown')
    await until('the next', async () => (await chosen()) !== first, true)
    await agent.keyboard.press('Escape')
    await until('no panel', () => agent.locator('#canned').count(), 0)
    expect(await value()).toBe('See http://a.b/c and /re')
    await agent.keyboard.type('t')
    await until('one', async () => (await options()).length, 1)
    await agent.keyboard.press('Enter')
    await until('the question', () => agent.locator('#canned input:focus').count(), 1)
    await agent.keyboard.type('20418')
    await agent.keyboard.press('Enter')
    const once = 'See http://a.b/c and Dear Vera, order 20418.'
    await until('the words', value, once)
    await agent.keyboard.press('Control+z')
    await until('them undone', value, 'See http://a.b/c and /ret')
    await agent.keyboard.press('Control+Shift+z')
    await until('them again', value, once)
    await agent.keyboard.press('Control+Home')
    await agent.keyboard.type('/ret')
    await until('the panel', async () => (await options()).length, 1)
    await agent.keyboard.press('Tab')
    await until('the question', () => agent.locator('#canned input:focus').count(), 1)
    await agent.keyboard.press('Enter')
    const open = 'Dear Vera, order {{?Order number}}.'
    await until('both', value, `${open}${once}`)
    await agent.keyboard.press('Enter')
    await until(
      'why it does not go',
      () => agent.locator('#composer .form-problem').innerText(),
      'Fill in what is marked, or take it out, then send it.',
    )
    await agent.keyboard.type('7')
    await agent.keyboard.press('Control+End')
    await agent.keyboard.type(' 您好/退')
    await until('the Chinese one', async () => (await options())[0]?.includes('退货'), true)
    await agent.locator('#canned [role=option]').click()
    const whole = `Dear Vera, order 7.${once} 您好好的。`
    await until('all of it', value, whole)
    await agent.keyboard.press('Enter')
    await until('it to arrive', async () => (await said(vera)).at(-1), whole)
  }, REFUSED),
  TIME,
)

test.concurrent(
  'without a script it is chosen on a page and stands in the composer',
  scene(async (desk, cast) => {
    await importCanned(desk.desk, replies)
    const { agent } = await openTalk(desk, cast)
    const { cookies } = await agent.context().storageState()
    const plain = await agent.context().browser()?.newContext({ javaScriptEnabled: false })
    await plain?.addCookies(cookies)
    const page = await plain?.newPage()
    await page?.goto(agent.url())
    await page?.click('#canned-place a')
    await page?.click('.canned-choices li:has-text("/refund") a')
    expect(await page?.locator('#composer textarea').inputValue()).toBe('You get it back.')
    await plain?.close()
  }),
  TIME,
)
