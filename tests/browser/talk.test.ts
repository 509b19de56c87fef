import { describe, expect, test } from 'bun:test'
import { amir, ana } from './desk'
import {
  endChat,
  headline,
  openAt,
  openRow,
  rowOf,
  said,
  setStatus,
  signIn,
  standing,
  startChat,
  told,
  until,
  untilLive,
  write,
} from './people'
import { scene, TIME } from './scene'

describe('two who talk', () => {
  test.concurrent(
    'read each message at once, once and in order, and see that the other is typing, never themselves',
    scene(async (desk, cast) => {
      await desk.hire(ana)
      const agent = cast.keep(await openAt(`${desk.url}/sign-in`))
      await signIn(agent, ana)
      await setStatus(agent, 'ready')
      const vera = await cast.visitor({ name: 'Vera', text: 'Is anybody there?' })
      await openRow(agent, 'Vera')
      await untilLive(vera)
      await until('who helps', () => headline(vera), 'Ana')
      const veras = ['Is anybody there?', 'My parcel', 'is lost', '我很着急 😟']
      const anas = ['I am', 'How can I help?', 'I am looking', 'Found it!']
      for (const text of anas) await write(agent, text)
      for (const text of veras.slice(1)) await write(vera, text)
      for (const page of [vera, agent]) {
        await until('all of it', async () => (await said(page)).length, 8)
        const all = await said(page)
        expect(all.filter((text) => veras.includes(text))).toEqual(veras)
        expect(all.filter((text) => anas.includes(text))).toEqual(anas)
      }
      expect(await said(agent)).toEqual(await said(vera))
      expect(await told(vera)).toEqual(['Ana joined.'])
      await until('nothing on its way', () => agent.locator('[data-pending]').count(), 0)

      const seenBy = (page: typeof vera) => page.locator('#typing .typing-now').count()
      await vera.locator('#composer textarea').pressSequentially('I')
      await until('the agent to see it', () => seenBy(agent), 1)
      expect(await seenBy(vera)).toBe(0)
      await agent.locator('#composer textarea').pressSequentially('Y')
      await until('the visitor to see it', () => seenBy(vera), 1)
      await agent.fill('#composer textarea', '')
      await until('it to go with what was typed', () => seenBy(vera), 0)
      await vera.fill('#composer textarea', '')
      await until('hers to go', () => seenBy(agent), 0)
      await agent.locator('#composer textarea').pressSequentially('Y')
      await until('the visitor to see it again', () => seenBy(vera), 1)
      await write(agent, 'Yes?')
      await until('the reply', async () => (await said(vera)).at(-1), 'Yes?')
      expect(await seenBy(vera)).toBe(0)
    }),
    TIME,
  )

  test.concurrent(
    'see that the other has seen what they wrote last, and before a reload and after',
    scene(async (desk, cast) => {
      await desk.hire(ana)
      const agent = await cast.agent(ana, 'ready')
      const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
      await untilLive(vera)
      const seenOn = async (page: typeof vera) =>
        (await page.locator('#transcript li:has([data-seen="Seen"]) .body').allInnerTexts()).at(-1)
      await vera.waitForTimeout(1_200)
      expect(await seenOn(vera)).toBeUndefined()
      await openRow(agent, 'Vera')
      await until('Vera to know that Ana has seen it', () => seenOn(vera), 'Hello?')
      expect(await seenOn(agent)).toBeUndefined()
      await write(agent, 'Yes?')
      await until('Ana to know that Vera has seen it', () => seenOn(agent), 'Yes?')
      await until('nothing to be seen of Vera', () => seenOn(vera), undefined)
      await agent.reload()
      await until('it to be so still', () => seenOn(agent), 'Yes?')
      await agent.goto(`${desk.url}/workbench`)
      await write(vera, 'It is about my parcel')
      await until('it to be there', async () => (await said(vera)).length, 3)
      await vera.waitForTimeout(1_200)
      expect(await seenOn(vera)).toBeUndefined()
    }),
    TIME,
  )

  test.concurrent(
    'have a count of what is unread, which goes when it is read',
    scene(async (desk, cast) => {
      await desk.hire(ana)
      const agent = await cast.agent(ana, 'ready')
      const unread = (name: string) =>
        rowOf(agent, name).locator('.badge [aria-hidden]').allInnerTexts()
      const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
      await openRow(agent, 'Vera')
      await until('nothing unread of Vera', () => unread('Vera'), [])
      const vito = await cast.visitor({ name: 'Vito', text: 'Me too' })
      await until('one of Vito', () => unread('Vito'), ['1'])
      await untilLive(vito)
      await write(vito, 'Please')
      await until('two of Vito', () => unread('Vito'), ['2'])
      await untilLive(vera)
      await write(vera, 'I can wait')
      await until('the message in the open room', () => said(agent), ['Hello?', 'I can wait'])
      await openRow(agent, 'Vito')
      await until('nothing unread of Vito', () => unread('Vito'), [])
      await until('nothing unread of Vera', () => unread('Vera'), [])
    }),
    TIME,
  )
})

test.concurrent(
  'an end, a rating, another start and a return',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const email = 'vera@example.org'
    const vera = await cast.visitor({ name: 'Vera', email, text: 'Hello?' })
    await openRow(agent, 'Vera')
    expect(await agent.locator('#facts').innerText()).toContain(email)
    await write(agent, 'Yes?')
    await until('the reply', () => said(vera), ['Hello?', 'Yes?'])
    await endChat(agent)
    await until('the end to show', () => standing(vera), 'ended')
    expect(await told(vera)).toEqual(['Ana joined.', 'Ana ended the chat.'])
    await vera.locator('.rating label').nth(3).click()
    const thanks = () => vera.locator('.rating legend').first().innerText()
    const thanksFor = (stars: number) =>
      `You gave ${stars} of 5 stars. Thank you! You can still change it.`
    await until('thanks, at the first press', thanks, thanksFor(4))
    await agent.click('.tabs a:has-text("Closed")')
    await openRow(agent, 'Vera')
    await until('it on the desk', async () => (await told(agent)).at(-1), 'Rated 4 of 5 stars')
    const rated = await agent.locator('#transcript > li').last().getAttribute('id')
    // A page that did not move on with a change would miss it at the next one, and connect anew.
    await untilLive(agent)
    const opened: string[] = []
    agent.on('websocket', (socket) => opened.push(socket.url()))
    await vera.fill('.rating textarea', 'Quick and kind')
    await vera.click('.rating button[type=submit]')
    const added = 'Rated 4 of 5 stars: “Quick and kind”'
    await until('the words on the desk', async () => (await told(agent)).at(-1), added)
    await until('no more to say', () => vera.locator('.rating textarea').count(), 0)
    await vera.locator('.rating label').nth(4).click()
    await until('thanks for the other star', thanks, thanksFor(5))
    expect(await vera.locator('.rating input:checked').inputValue()).toBe('5')
    const changed = 'Rated 5 of 5 stars: “Quick and kind”'
    await until('it on the desk', async () => (await told(agent)).at(-1), changed)
    const ratings = (page: typeof vera) =>
      page.locator('#transcript .notice .body', { hasText: 'of 5 stars' }).allInnerTexts()
    await until('the last alone', () => ratings(agent), [changed])
    expect(await agent.locator('#transcript > [data-edited]').getAttribute('id')).toBe(rated)
    expect(opened).toEqual([])
    await vera.reload()
    await until('these alone on her page', () => ratings(vera), [
      'You gave 5 of 5 stars. Thank you! “Quick and kind”',
    ])
    expect(await told(vera)).toHaveLength(3)
    await vera.click('.ended a.button')
    await agent.click('.tabs a:has-text("Mine")')
    await startChat(vera, { name: 'Vera', text: 'One more thing' })
    await until('the new talk alone', () => said(vera), ['One more thing'])
    await openRow(agent, 'Vera')
    await until('the new talk alone', () => said(agent), ['One more thing'])
    expect(await agent.locator('#facts .earlier-list a').count()).toBe(1)
    await untilLive(vera)
    await vera.fill('#composer textarea', 'And by the way')
    await endChat(vera)
    await until('the end to show', () => standing(vera), 'ended')
    const last = async () => (await told(agent)).at(-1)
    await until('the agent to read it', last, 'Vera ended the conversation')
    await vera.reload()
    expect(await vera.locator('.end-chat').count()).toBe(0)
    await vera.click('.ended form[action$="/reopening"] button')
    const draft = () => vera.inputValue('#composer textarea')
    await until('what she was writing to come back', draft, 'And by the way')
    await until('Ana to have it again', () => headline(vera), 'Ana')
    await vera.waitForSelector('.end-chat > button')
  }),
  TIME,
)

test.concurrent(
  'a talk is handed to a colleague',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    await desk.department({ name: 'Orders' })
    const agent = await cast.agent(ana, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await openRow(agent, 'Vera')
    const to = `agent:${await desk.hire(amir)}`
    const other = await cast.agent(amir, 'ready')
    await agent.click('.transfer summary')
    await agent.waitForSelector(`.transfer option[value="${to}"]:not([disabled])`, {
      state: 'attached',
    })
    expect(await agent.inputValue('#transfer-to')).toBe('')
    await agent.selectOption('#transfer-to', to)
    await agent.click('.transfer form button[type=submit]')
    await until('who helps', () => headline(vera), 'Amir · Support')
    await until('Ana to be rid of it', () => agent.locator('#composer').count(), 0)
    await openRow(other, 'Vera')
    await write(other, 'I go on')
    for (const page of [vera, agent])
      await until('all to read it', () => said(page), ['Hello?', 'I go on'])
    expect((await told(vera)).at(-1)).toContain('Amir')
  }),
  TIME,
)
