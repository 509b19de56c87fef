import type { LetterKind, LetterStage } from '../../actors/letter'

const en = {
  title: 'Mail',
  said: {
    resent: 'It goes again within a quarter of a minute.',
    dropped: 'Given up. It is not sent any more.',
    tried: 'Written. It goes within a quarter of a minute; this list says what became of it.',
  },
  lead: (how: string) =>
    `What the desk mailed in the last 14 days, newest first. Each goes once; what is not taken is tried ten times within a day. ${how}`,
  outbox: (folder: string) =>
    `No server for mail is set (SMTP_URL), so nothing goes out: each mail is put as a file into ${folder} in the folder of the desk’s data.`,
  by: (host: string, from: string) => `Goes out by ${host} as ${from}.`,
  columns: {
    at: 'Written',
    stage: 'State',
    kind: 'For what',
    to: 'To',
    subject: 'Subject',
    tries: 'Tries in vain',
    problem: 'Last fault',
    next: 'Next try',
  },
  filters: { stage: 'State', kind: 'For what', from: 'From', to: 'Until' },
  search: 'Whole address',
  stages: {
    queued: 'Queued',
    retrying: 'Retrying',
    sent: 'Sent',
    dead: 'Not delivered',
    seen: 'Not needed',
    nobody: 'Nobody to send to',
    dropped: 'Given up',
  } satisfies Record<LetterStage, string>,
  kinds: {
    answer: 'Unseen answer',
    invitation: 'Invitation',
    confirm: 'Account of a visitor',
    reset: 'Forgotten password',
    left: 'Left message',
    transcript: 'Transcript',
    report: 'Report',
    trial: 'Test',
  } satisfies Record<LetterKind, string>,
  /** What a fault is called, beside its codes. */
  faults: {
    'no address': 'No address is known',
    'no account': 'No account has this address',
    unsubscribed: 'They want no mail about answers',
    'no conversation': 'The conversation is gone',
  } as Readonly<Record<string, string>>,
  resend: 'Send now',
  drop: 'Give up',
  of: (subject: string) => `: ${subject}`,
  empty: 'No mail was written yet',
  emptyHint:
    'Answers to visitors who have gone, forgotten passwords, messages that were left and transcripts that visitors ask for appear here.',
  trial: 'Test the mail of this desk',
  trialHint:
    'A short mail in your language. This list says whether the server took it, and why not.',
  trialTo: 'To',
  trialDo: 'Send a test mail',
}

const zh: typeof en = {
  title: '邮件',
  said: {
    resent: '将在 15 秒内重新发送。',
    dropped: '已放弃，不再发送。',
    tried: '已生成测试邮件，将在 15 秒内发送，结果见列表。',
  },
  lead: (how) =>
    `最近 14 天内由系统发出的邮件，最新的在前。每封只发送一次；未成功的在一天内最多尝试十次。${how}`,
  outbox: (folder) =>
    `尚未设置邮件服务器（SMTP_URL），邮件不会发出：每封邮件会作为文件保存到数据目录下的 ${folder}。`,
  by: (host, from) => `通过 ${host} 以 ${from} 的名义发出。`,
  columns: {
    at: '时间',
    stage: '状态',
    kind: '用途',
    to: '收件人',
    subject: '主题',
    tries: '失败次数',
    problem: '最近一次错误',
    next: '下次尝试',
  },
  filters: { stage: '状态', kind: '用途', from: '起始日期', to: '截止日期' },
  search: '完整收件地址',
  stages: {
    queued: '等待发送',
    retrying: '重试中',
    sent: '已发送',
    dead: '未送达',
    seen: '无需发送',
    nobody: '无收件人',
    dropped: '已放弃',
  },
  kinds: {
    answer: '未读回复',
    invitation: '邀请',
    confirm: '访客账号',
    reset: '忘记密码',
    left: '访客留言',
    transcript: '对话记录',
    report: '统计报表',
    trial: '测试',
  },
  faults: {
    'no address': '没有邮箱地址',
    'no account': '没有使用此邮箱的账号',
    unsubscribed: '对方不再接收回复邮件',
    'no conversation': '会话已不存在',
  },
  resend: '立即发送',
  drop: '放弃发送',
  of: (subject) => `：${subject}`,
  empty: '还没有邮件',
  emptyHint: '发给已离开访客的回复、忘记密码、访客留言，以及访客要求的对话记录会显示在这里。',
  trial: '测试邮件发送',
  trialHint: '用您的语言发送一封简短的邮件。列表会显示服务器是否接收，以及未接收的原因。',
  trialTo: '收件人',
  trialDo: '发送测试邮件',
}

/** The mail of the desk, as the office lists it. */
export const officeLetters = { en, zh }
