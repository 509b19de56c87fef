import type { AssignedHow, Notice } from '../../../actors/entry'
import { times as enTimes } from '../en/times'
import type { Language } from '../language'
import type { NoticeWords } from '../notice'
import { times as zhTimes } from '../zh/times'

/** True of every visit to the line, also of one who was helped before and came back to it. */
const waited = {
  en: (ms: number): string => (ms < 5_000 ? '' : ` You waited ${enTimes.duration(ms)}.`),
  zh: (ms: number): string => (ms < 5_000 ? '' : `您等了 ${zhTimes.duration(ms)}。`),
}

type Assigned = Extract<Notice, { code: 'assigned' }>

/** Somebody else was with them until then. */
const isInstead = ({ how }: AssignedHow) => how === 'transferred' || how === 'tookOver'
/** What they read when somebody has it from now on. */
const joined = {
  en: ({ name, waited: ms, why }: Assigned): string => {
    if (why.how === 'kept') return `${name} goes on with you.`
    return isInstead(why) ? `${name} has joined instead.` : `${name} joined.${waited.en(ms)}`
  },
  zh: ({ name, waited: ms, why }: Assigned): string => {
    if (why.how === 'kept') return `${name}继续为您服务。`
    return isInstead(why)
      ? `接下来由${name}为您服务。`
      : `${name}已接入，为您服务。${waited.zh(ms)}`
  },
}

const finding = {
  en: () => 'We are finding the right colleague for you.',
  zh: () => '正在为您安排合适的客服，请稍候。',
}

/** What the visitor reads. Nothing here tells how the desk runs behind the counter. */
export const forVisitor: Record<Language, NoticeWords> = {
  en: {
    assigned: joined.en,
    requeued: ({ name }) =>
      `${name || 'Your colleague here'} had to leave. What you wrote is kept, and the next free colleague will go on with it.`,
    passed: finding.en,
    transferring: finding.en,
    stayed: finding.en,
    ran: finding.en,
    notWrappedUp: finding.en,
    prioritized: finding.en,
    sla: finding.en,
    snoozed: finding.en,
    woke: finding.en,
    transferred: ({ from, to }) => `${from} has passed your chat to ${to}.`,
    unattended: () =>
      'Nobody is free just now. Your message is kept, and the next free colleague will answer.',
    closed: ({ by, name }) => {
      if (by === 'visitor') return 'You ended the chat.'
      return by === 'agent' ? `${name} ended the chat.` : 'The chat ended because it went quiet.'
    },
    reopened: ({ by, name }) =>
      by === 'visitor' ? 'You continued the chat.' : `${name} opened the chat again.`,
    merged: () => 'This chat goes on in your other one.',
    absorbed: () => 'What you wrote in your other chat follows here.',
    unmerged: finding.en,
    parted: finding.en,
    movedBack: () => 'Moved to another chat.',
    greeted: (_notice, _you, text) => text,
    askedFor: ({ name, free }) =>
      free
        ? `You asked for ${name}.`
        : `${name} is not free just now: the next free colleague will help you.`,
    leftMessage: () =>
      'Your message is left with us. You need not wait: the answer will be on this page.',
    rated: ({ stars, remarks = [] }, _you, text) =>
      `You gave ${stars} of 5 stars${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}. Thank you!${text ? ` “${text}”` : ''}`,
    split: () => 'This chat goes on in a new one.',
    branched: () => 'This chat goes on from here. What came before is kept.',
    unsplit: finding.en,
    rejoined: () => 'What you wrote in your other chat follows here.',
    movedOn: () => 'Moved to another chat.',
  },
  zh: {
    assigned: joined.zh,
    requeued: ({ name }) =>
      `${name || '您的客服'}暂时离开了。您发送的内容已保存，下一位空闲的客服会继续为您服务。`,
    passed: finding.zh,
    transferring: finding.zh,
    stayed: finding.zh,
    ran: finding.zh,
    notWrappedUp: finding.zh,
    prioritized: finding.zh,
    sla: finding.zh,
    snoozed: finding.zh,
    woke: finding.zh,
    transferred: ({ from, to }) => `${from}已将您的对话转接给${to}。`,
    unattended: () => '客服暂时都在忙。您的消息已保存，下一位空闲的客服会回复您。',
    closed: ({ by, name }) => {
      if (by === 'visitor') return '您结束了对话。'
      return by === 'agent' ? `${name}结束了对话。` : '由于长时间没有消息，对话已结束。'
    },
    reopened: ({ by, name }) =>
      by === 'visitor' ? '您继续了这次对话。' : `${name}重新打开了对话。`,
    merged: () => '这次对话已合并，请在您的另一个对话中继续。',
    absorbed: () => '以下是您在另一个对话中发送的内容。',
    unmerged: finding.zh,
    parted: finding.zh,
    movedBack: () => '已移至另一个对话。',
    greeted: (_notice, _you, text) => text,
    askedFor: ({ name, free }) =>
      free ? `您要找的客服是${name}。` : `${name}现在无法接待，将由下一位空闲的客服为您服务。`,
    leftMessage: () => '您的留言已收到，不必继续等待，回复会显示在本页。',
    rated: ({ stars, remarks = [] }, _you, text) =>
      `您评了 ${stars} 星（满分 5 星）${remarks.length > 0 ? `：${remarks.join('、')}` : ''}，感谢您的评价！${text ? `“${text}”` : ''}`,
    split: () => '这次对话将在新的对话中继续。',
    branched: () => '对话从这里继续，之前的内容已保存。',
    unsplit: finding.zh,
    rejoined: () => '以下是您在另一个对话中发送的内容。',
    movedOn: () => '已移至另一个对话。',
  },
}
