import { type Filled, phrase } from '../../actors/text/phrase'

const byName = (name: string): Filled => [{ name }]
const byEmail = (email: string): Filled => [{ email }, email === '' ? 'without' : 'withEmail']

const en = {
  asked: 'A few questions first',
  consent: 'Consent',
  agreedTo: phrase('given, text {{version}}', (version: number) => [{ version }]),
  questions: 'Often asked: press one to ask it',
  choose: 'Please choose',
  required: 'needed to leave a message',
  wait: 'Wait in line',
  wanted: phrase('You are writing to {{name}}.', byName),
  wantedLater: phrase(
    '{{name}} is not free just now. Your message goes to the next free colleague.',
    byName,
  ),
  waitOrLeave: 'Would you like to keep waiting, or leave a message?',
  leaveAddress: 'You need not wait: leave a message, and say where we can reach you.',
  waitOn: 'Keep waiting',
  leaveIt: 'Leave a message',
  leftTo: phrase(
    {
      without: 'We have your message.',
      withEmail: 'We have your message, and your e-mail: {{email}}',
    },
    byEmail,
  ),
}

const zh: typeof en = {
  asked: '请先填写以下信息',
  consent: '知情同意',
  agreedTo: phrase('已同意（第 {{version}} 版）', (version) => [{ version }]),
  questions: '常见问题，点击即可提问',
  choose: '请选择',
  required: '留言必填',
  wait: '排队等候',
  wanted: phrase('您正在联系客服{{name}}。', byName),
  wantedLater: phrase('{{name}}现在无法接待，您的消息将由下一位空闲的客服处理。', byName),
  waitOrLeave: '您想继续等待，还是留言？',
  leaveAddress: '不必一直等待：您可以留言，并留下邮箱以便我们联系您。',
  waitOn: '继续等待',
  leaveIt: '提交留言',
  leftTo: phrase(
    { without: '留言已收到。', withEmail: '留言已收到，您的邮箱：{{email}}' },
    byEmail,
  ),
}

/** What comes before a talk, and what can be done while nobody comes. */
export const start = { en, zh }
