const en = {
  asked: 'A few questions first',
  consent: 'Consent',
  agreedTo: (version: number) => `given, text ${version}`,
  questions: 'Often asked: press one to ask it',
  choose: 'Please choose',
  required: 'needed to leave a message',
  wait: 'Wait in line',
  wanted: (name: string) => `You are writing to ${name}.`,
  wantedLater: (name: string) =>
    `${name} is not free just now. Your message goes to the next free colleague.`,
  waitOrLeave: 'Would you like to keep waiting, or leave a message?',
  leaveAddress: 'You need not wait: leave a message, and say where we can reach you.',
  waitOn: 'Keep waiting',
  leaveIt: 'Leave a message',
  leftTo: (email: string) =>
    email === '' ? 'We have your message.' : `We have your message, and your e-mail: ${email}`,
}

const zh: typeof en = {
  asked: '请先填写以下信息',
  consent: '知情同意',
  agreedTo: (version) => `已同意（第 ${version} 版）`,
  questions: '常见问题，点击即可提问',
  choose: '请选择',
  required: '留言必填',
  wait: '排队等候',
  wanted: (name) => `您正在联系客服${name}。`,
  wantedLater: (name) => `${name}现在无法接待，您的消息将由下一位空闲的客服处理。`,
  waitOrLeave: '您想继续等待，还是留言？',
  leaveAddress: '不必一直等待：您可以留言，并留下邮箱以便我们联系您。',
  waitOn: '继续等待',
  leaveIt: '提交留言',
  leftTo: (email) => (email === '' ? '留言已收到。' : `留言已收到，您的邮箱：${email}`),
}

/** What comes before a talk, and what can be done while nobody comes. */
export const start = { en, zh }
