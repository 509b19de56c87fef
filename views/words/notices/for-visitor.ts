import type { Notice } from '../../../actors/entry'
import { type Filled, phrase } from '../../../actors/text/phrase'
import { times as enTimes } from '../en/times'
import type { Language } from '../language'
import type { NoticeWords } from '../notice'
import { times as zhTimes } from '../zh/times'

type NoticeOf<C extends Notice['code']> = Extract<Notice, { code: C }>

/** A shorter wait is not told, ms. */
const WAIT_TOLD_MS = 5_000

/**
 * Which is said when somebody has it from now on. The wait is true of every visit to the line, also
 * of one who was helped before and came back to it.
 */
const joined =
  (duration: (ms: number) => string) =>
  ({ name, waited, why }: NoticeOf<'assigned'>): Filled => {
    if (why.how === 'kept') return [{ name }, 'kept']
    // Somebody else was with them until then.
    if (why.how === 'transferred' || why.how === 'tookOver') return [{ name }, 'instead']
    if (waited < WAIT_TOLD_MS) return [{ name }, 'joined']
    return [{ name, time: duration(waited) }, 'waited']
  }

const left = ({ name }: NoticeOf<'requeued'>): Filled => [
  { name },
  name === '' ? 'nameless' : 'named',
]
const handedOn = ({ from, to }: NoticeOf<'transferred'>): Filled => [{ from, to }]
const ended = ({ by, name }: NoticeOf<'closed'>): Filled => [
  { name },
  by === 'visitor' || by === 'agent' ? by : 'silence',
]
const wentOn = ({ by, name }: NoticeOf<'reopened'>): Filled => [
  { name },
  by === 'visitor' ? 'visitor' : 'agent',
]
const asked = ({ name, free }: NoticeOf<'askedFor'>): Filled => [{ name }, free ? 'free' : 'taken']

const rated =
  (remarksOf: (remarks: readonly string[]) => string) =>
  ({ stars, remarks = [] }: NoticeOf<'rated'>, _you: boolean, text: string): Filled => [
    { stars, remarks: remarks.length > 0 ? remarksOf(remarks) : '', comment: text },
    text === '' ? 'stars' : 'comment',
  ]

const finding = {
  en: () => 'We are finding the right colleague for you.',
  zh: () => '正在为您安排合适的客服，请稍候。',
}

/** What the visitor reads. Nothing here tells how the desk runs behind the counter. */
export const forVisitor: Record<Language, NoticeWords> = {
  en: {
    assigned: phrase(
      {
        joined: '{{name}} joined.',
        waited: '{{name}} joined. You waited {{time}}.',
        instead: '{{name}} has joined instead.',
        kept: '{{name}} goes on with you.',
      },
      joined(enTimes.duration),
    ),
    requeued: phrase(
      {
        named:
          '{{name}} had to leave. What you wrote is kept, and the next free colleague will go on with it.',
        nameless:
          'Your colleague here had to leave. What you wrote is kept, and the next free colleague will go on with it.',
      },
      left,
    ),
    passed: finding.en,
    transferring: finding.en,
    stayed: finding.en,
    overflowed: finding.en,
    ran: finding.en,
    notWrappedUp: finding.en,
    erased: finding.en,
    prioritized: finding.en,
    sla: finding.en,
    snoozed: finding.en,
    woke: finding.en,
    transferred: phrase('{{from}} has passed your chat to {{to}}.', handedOn),
    unattended: () =>
      'Nobody is free just now. Your message is kept, and the next free colleague will answer.',
    closed: phrase(
      {
        visitor: 'You ended the chat.',
        agent: '{{name}} ended the chat.',
        silence: 'The chat ended because it went quiet.',
      },
      ended,
    ),
    reopened: phrase(
      { visitor: 'You continued the chat.', agent: '{{name}} opened the chat again.' },
      wentOn,
    ),
    merged: () => 'This chat goes on in your other one.',
    absorbed: () => 'What you wrote in your other chat follows here.',
    unmerged: finding.en,
    parted: finding.en,
    movedBack: () => 'Moved to another chat.',
    greeted: (_notice, _you, text) => text,
    askedFor: phrase(
      {
        free: 'You asked for {{name}}.',
        taken: '{{name}} is not free just now: the next free colleague will help you.',
      },
      asked,
    ),
    leftMessage: () =>
      'Your message is left with us. You need not wait: the answer will be on this page.',
    rated: phrase(
      {
        stars: 'You gave {{stars}} of 5 stars{{remarks}}. Thank you!',
        comment: 'You gave {{stars}} of 5 stars{{remarks}}. Thank you! “{{comment}}”',
      },
      rated((remarks) => ` (${remarks.join(', ')})`),
    ),
    split: () => 'This chat goes on in a new one.',
    branched: () => 'This chat goes on from here. What came before is kept.',
    unsplit: finding.en,
    rejoined: () => 'What you wrote in your other chat follows here.',
    movedOn: () => 'Moved to another chat.',
  },
  zh: {
    assigned: phrase(
      {
        joined: '{{name}}已接入，为您服务。',
        waited: '{{name}}已接入，为您服务。您等了 {{time}}。',
        instead: '接下来由{{name}}为您服务。',
        kept: '{{name}}继续为您服务。',
      },
      joined(zhTimes.duration),
    ),
    requeued: phrase(
      {
        named: '{{name}}暂时离开了。您发送的内容已保存，下一位空闲的客服会继续为您服务。',
        nameless: '您的客服暂时离开了。您发送的内容已保存，下一位空闲的客服会继续为您服务。',
      },
      left,
    ),
    passed: finding.zh,
    transferring: finding.zh,
    stayed: finding.zh,
    overflowed: finding.zh,
    ran: finding.zh,
    notWrappedUp: finding.zh,
    erased: finding.zh,
    prioritized: finding.zh,
    sla: finding.zh,
    snoozed: finding.zh,
    woke: finding.zh,
    transferred: phrase('{{from}}已将您的对话转接给{{to}}。', handedOn),
    unattended: () => '客服暂时都在忙。您的消息已保存，下一位空闲的客服会回复您。',
    closed: phrase(
      {
        visitor: '您结束了对话。',
        agent: '{{name}}结束了对话。',
        silence: '由于长时间没有消息，对话已结束。',
      },
      ended,
    ),
    reopened: phrase({ visitor: '您继续了这次对话。', agent: '{{name}}重新打开了对话。' }, wentOn),
    merged: () => '这次对话已合并，请在您的另一个对话中继续。',
    absorbed: () => '以下是您在另一个对话中发送的内容。',
    unmerged: finding.zh,
    parted: finding.zh,
    movedBack: () => '已移至另一个对话。',
    greeted: (_notice, _you, text) => text,
    askedFor: phrase(
      {
        free: '您要找的客服是{{name}}。',
        taken: '{{name}}现在无法接待，将由下一位空闲的客服为您服务。',
      },
      asked,
    ),
    leftMessage: () => '您的留言已收到，不必继续等待，回复会显示在本页。',
    rated: phrase(
      {
        stars: '您评了 {{stars}} 星（满分 5 星）{{remarks}}，感谢您的评价！',
        comment: '您评了 {{stars}} 星（满分 5 星）{{remarks}}，感谢您的评价！“{{comment}}”',
      },
      rated((remarks) => `：${remarks.join('、')}`),
    ),
    split: () => '这次对话将在新的对话中继续。',
    branched: () => '对话从这里继续，之前的内容已保存。',
    unsplit: finding.zh,
    rejoined: () => '以下是您在另一个对话中发送的内容。',
    movedOn: () => '已移至另一个对话。',
  },
}
