import { phrase } from '../../actors/text/phrase'
import { counted } from './counted'

const en = {
  subject: phrase('{{name}} answered you', (name: string) => [{ name }]),
  hello: phrase('Hello {{name}},', (name: string) => [{ name }]),
  lead: 'you were not there when this answer came:',
  more: counted('en', {
    one: 'One earlier message is in the chat.',
    other: '{{n}} earlier messages are in the chat.',
  }),
  file: phrase('File: {{name}}', (name: string) => [{ name }]),
  go: 'Go on with the chat',
  holds:
    'The link works for seven days. Please do not pass it on: whoever opens it is in your chat.',
  ofAccount:
    'The link leads you there where you are signed in. Elsewhere, sign in on the site where you wrote to us and open the chat there.',
  why: 'You get this mail because you gave us this address when you wrote to us. An answer to this mail is not read.',
  page: {
    title: 'Go on with your chat',
    lead: 'You come back to the same chat, on this device.',
    go: 'Go on',
  },
}

const zh: typeof en = {
  subject: phrase('{{name}} 回复了您', (name) => [{ name }]),
  hello: phrase('{{name}}，您好：', (name) => [{ name }]),
  lead: '您离开期间，我们回复了您：',
  more: counted('zh', { other: '另有 {{n}} 条更早的消息，请在对话中查看。' }),
  file: phrase('文件：{{name}}', (name) => [{ name }]),
  go: '继续对话',
  holds: '链接七天内有效。请勿转发：打开链接的人将进入您的对话。',
  ofAccount:
    '在您已登录的浏览器中，链接将直接打开对话。在其他设备上，请先在您咨询时的网站登录，再打开对话。',
  why: '您咨询时留下了此邮箱，因此收到本邮件。请勿直接回复，我们不会查看对本邮件的回复。',
  page: {
    title: '继续您的对话',
    lead: '您将在此设备上回到原来的对话。',
    go: '继续',
  },
}

/** Mail to a visitor who has not seen an answer, and the page that its link opens. */
export const letters = { en, zh }
