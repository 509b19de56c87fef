import { expect, test } from 'bun:test'
import { hoursSchema } from '../../actors/hours/hours'
import { saveField } from '../../src/commands/start-forms/fields'
import { saveConsent, saveWelcome } from '../../src/commands/start-forms/welcome'
import { ana } from './desk'
import { openAt, said, until, untilLive } from './people'
import { scene, TIME } from './scene'

test(
  'what is asked is the chosen department’s, and where nobody is there a message is left',
  scene(async ({ desk, url, hire, department }, cast) => {
    await department({ id: 'billing', name: 'Billing' })
    await hire(ana, { departments: ['Support', 'Billing'] })
    await saveWelcome(desk, 'support', { questions: 'Where is my parcel?', greeting_en: 'Hello' })
    await saveConsent(desk, 'support', { text_en: 'You may keep this.' })
    await saveConsent(desk, 'billing', { text_en: 'You may keep this for a year.' })
    await saveField(desk, 'billing', { key: 'order', label_en: 'Order number', required: 'yes' })
    const vera = cast.keep(await openAt(`${url}/chat?department=support`))
    expect(await vera.innerText('#greeting')).toBe('Hello')

    // Enter asks no question that she did not press: what is missing is asked for.
    await vera.fill('input[name=name]', 'Vera')
    await vera.press('input[name=name]', 'Enter')
    expect(await vera.evaluate(() => document.activeElement?.id)).toBe('field-text')

    await vera.check('input[name=consent]')
    await vera.selectOption('main select[name=department]', 'billing')
    await vera.fill('input[name="field.order"]', 'AB-7')
    expect(await vera.inputValue('input[name=name]')).toBe('Vera')
    // It is another text that she would agree to.
    expect(await vera.isChecked('input[name=consent]')).toBe(false)
    expect(await vera.locator('.questions').count()).toBe(0)

    await vera.fill('input[name=email]', 'vera@example.org')
    await vera.fill('textarea[name=text]', 'My bill is wrong')
    await vera.click('#start .primary')
    await untilLive(vera)
    expect(await said(vera)).toEqual(['My bill is wrong'])
    await until('it to be left', () => vera.innerText('#status h1'), 'You left a message')
  }),
  TIME,
)

test(
  'whoever chooses a department that is closed leaves a message there, and chats where it is open',
  scene(async ({ url, hire, department }, cast) => {
    const hours = hoursSchema.parse({ zone: 'UTC', week: {} })
    await department({ id: 'billing', name: 'Billing', hours })
    await hire(ana, { departments: ['Support', 'Billing'] })
    await cast.agent(ana, 'ready')
    const vera = cast.keep(await openAt(`${url}/chat`))
    const way = () => vera.innerText('#start')
    await until('somebody to be there', way, 'Start the chat')
    const choose = (id: string) => vera.selectOption('main select[name=department]', id)
    await choose('billing')
    await until('a message to be left', way, 'Leave a message')
    expect(await vera.innerText('#expectation')).toContain('closed')
    await choose('support')
    await until('a chat to begin', way, 'Start the chat')
    expect(await vera.innerText('#expectation')).toBe('')
  }),
  TIME,
)
