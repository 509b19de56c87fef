import { strategies } from '../choices'
import type { Language } from '../language'
import type { Chosen, NoticeWords, Passed, Priority, Requeue } from '../notice'
import { sla } from '../sla'

const chosen = {
  en: ({ strategy, candidates }: Chosen): string =>
    candidates <= 1
      ? 'the only one who is free'
      : `${strategies.en[strategy]} of ${candidates} who are free`,
  zh: ({ strategy, candidates }: Chosen): string =>
    candidates <= 1 ? '唯一空闲的客服' : `${candidates} 名空闲客服，${strategies.zh[strategy]}`,
}

const back: Record<Language, Record<Requeue, string>> = {
  en: {
    lost: 'the agent was out of reach',
    signedOff: 'the agent went off duty',
  },
  zh: {
    lost: '客服掉线',
    signedOff: '客服已下班',
  },
}

const passedReasons: Record<Language, Record<Passed['reason'], string>> = {
  en: {
    declined: 'declined',
    unanswered: 'did not accept in time',
    full: 'had no room left',
    away: 'was no longer ready',
  },
  zh: {
    declined: '拒绝接入',
    unanswered: '未及时接入',
    full: '已达接待上限',
    away: '已不在线',
  },
}

const inVain = {
  en: ({ name, reason, times = 1 }: Passed): string => {
    const why = passedReasons.en[reason]
    return times > 1 ? `Offered ${times} times; the last was ${name}, who ${why}` : `${name} ${why}`
  },
  zh: ({ name, reason, times = 1 }: Passed): string => {
    const why = `${name}${passedReasons.zh[reason]}`
    return times > 1 ? `已先后提醒 ${times} 次，最近一次：${why}` : why
  },
}

const levels: Record<Language, Record<Priority, string>> = {
  en: { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' },
  zh: { low: '低', normal: '普通', high: '高', urgent: '紧急' },
}

/** What colleagues read. */
export const forDesk: Record<Language, NoticeWords> = {
  en: {
    assigned: ({ name, why }, you) => {
      const whom = you ? 'you' : name
      if (why.how === 'took' && why.by) return `${why.by} assigned it to ${whom}`
      if (why.how === 'took') return `${you ? 'You' : name} took it from the queue`
      if (why.how === 'tookOver') return `${you ? 'You' : name} took it over`
      if (why.how === 'transferred') return `${why.from} handed it to ${whom}`
      if (why.how === 'given') return `${why.from} gave it to ${whom}`
      if (why.how === 'kept') return `${you ? 'You keep' : `${name} keeps`} it`
      return `Assigned to ${whom}: ${chosen.en(why)}`
    },
    requeued: ({ reason }) => `Back in the queue: ${back.en[reason]}`,
    passed: inVain.en,
    transferring: ({ from, to }) => `${from} is handing it to ${to}`,
    transferred: ({ from, to }) => `${from} handed it to ${to}`,
    stayed: ({ name, to }) => `${to} did not take it; it stays with ${name}`,
    overflowed: ({ from, to }) => `Moved from the queue of ${from} to that of ${to}`,
    unattended: () => 'Nobody is free just now: the message is kept for the next free colleague',
    closed: ({ by, name }) =>
      by === 'silence'
        ? 'Ended after a long silence'
        : `${name || 'The visitor'} ended the conversation`,
    reopened: ({ by, name }) =>
      by === 'visitor'
        ? `${name || 'The visitor'} continued the conversation`
        : `${name} reopened the conversation`,
    merged: ({ name }) => `${name} merged it into another conversation, where it goes on`,
    absorbed: ({ name, visitor, lines }) =>
      `${name} merged a conversation of ${visitor} into this one: ${lines} lines follow`,
    unmerged: ({ name }) => `${name} took the merge back`,
    parted: () => 'The merge was taken back: it is a conversation of its own again',
    movedBack: () => 'Moved back to the conversation it came from',
    split: ({ name }) => `${name} split it: what came after goes on in a conversation of its own`,
    branched: ({ name }) => `${name} split this from another conversation`,
    unsplit: ({ name }) =>
      `${name} took the split back: it goes on in the conversation it came from`,
    rejoined: ({ name, lines }) => `${name} took the split back: ${lines} lines follow`,
    movedOn: () => 'Moved to a conversation of its own',
    ran: ({ name, macro }) => `${name} ran the macro “${macro}”`,
    greeted: (_notice, _you, text) => text,
    askedFor: ({ name, free }) =>
      free ? `Asked for ${name}, by a link` : `Asked for ${name}, who is not free, by a link`,
    leftMessage: () => 'The visitor left it at the message and does not wait',
    notWrappedUp: () => 'Wrap-up not filled',
    erased: () => 'The visitor was erased, and all they wrote here with them',
    rated: ({ stars, remarks = [] }, _you, text) =>
      `Rated ${stars} of 5 stars${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}${text ? `: “${text}”` : ''}`,
    sla: ({ kind, share }) => sla.en.share(sla.en.kinds[kind], share),
    prioritized: ({ priority, name }) => `${name} set the priority to ${levels.en[priority]}`,
    snoozed: ({ until, name }, _you, time) =>
      until === null ? `${name} snoozed it until they answer` : `${name} snoozed it until ${time}`,
    woke: ({ by, name }) => {
      if (by === 'time') return 'Back: the time it was snoozed until has come'
      return by === 'visitor' ? `Back: ${name || 'the visitor'} wrote` : `${name} ended the snooze`
    },
  },
  zh: {
    assigned: ({ name, why }, you) => {
      const whom = you ? '您' : name
      if (why.how === 'took' && why.by) return `${why.by}将会话分配给${whom}`
      if (why.how === 'took') return `${whom}从排队中接入了会话`
      if (why.how === 'tookOver') return `${whom}接管了会话`
      if (why.how === 'transferred') return `${why.from}将会话转接给${whom}`
      if (why.how === 'given') return `${why.from}将会话分配给${whom}`
      if (why.how === 'kept') return `会话仍由${whom}接待`
      return `分配给${whom}：${chosen.zh(why)}`
    },
    requeued: ({ reason }) => `重新排队：${back.zh[reason]}`,
    passed: inVain.zh,
    transferring: ({ from, to }) => `${from}正在将会话转接给${to}`,
    transferred: ({ from, to }) => `${from}将会话转接给${to}`,
    stayed: ({ name, to }) => `${to}未接入，会话仍由${name}接待`,
    overflowed: ({ from, to }) => `已从“${from}”的排队溢出到“${to}”`,
    unattended: () => '暂时没有空闲的客服：已转为留言，等待下一位空闲的客服',
    closed: ({ by, name }) =>
      by === 'silence' ? '访客长时间无回应，会话已结束' : `${name || '访客'}结束了会话`,
    reopened: ({ by, name }) =>
      by === 'visitor' ? `${name || '访客'}继续了会话` : `${name}重新打开了会话`,
    merged: ({ name }) => `${name}将此会话合并到另一个会话，在那里继续`,
    absorbed: ({ name, visitor, lines }) =>
      `${name}将${visitor}的另一个会话合并到此，以下 ${lines} 条来自该会话`,
    unmerged: ({ name }) => `${name}撤销了合并`,
    parted: () => '合并已撤销，此会话恢复为独立会话',
    movedBack: () => '已移回原会话',
    split: ({ name }) => `${name}拆分了会话，之后的内容在新会话中继续`,
    branched: ({ name }) => `${name}将此会话从另一个会话中拆分出来`,
    unsplit: ({ name }) => `${name}撤销了拆分，会话在原会话中继续`,
    rejoined: ({ name, lines }) => `${name}撤销了拆分，以下 ${lines} 条已移回`,
    movedOn: () => '已移至新会话',
    ran: ({ name, macro }) => `${name}运行了宏“${macro}”`,
    greeted: (_notice, _you, text) => text,
    askedFor: ({ name, free }) =>
      free ? `访客通过专属链接找${name}` : `访客通过专属链接找${name}，但${name}暂时无法接待`,
    leftMessage: () => '访客已转为留言，不再等待',
    notWrappedUp: () => '会话小结未填写',
    erased: () => '访客资料及其在此发送的内容已被清除',
    rated: ({ stars, remarks = [] }, _you, text) =>
      `满意度评价：${stars} 星（满分 5 星）${remarks.length > 0 ? `，${remarks.join('、')}` : ''}${text ? `，“${text}”` : ''}`,
    sla: ({ kind, share }) => sla.zh.share(sla.zh.kinds[kind], share),
    prioritized: ({ priority, name }) => `${name}将优先级设为“${levels.zh[priority]}”`,
    snoozed: ({ until, name }, _you, time) =>
      until === null ? `${name}设为稍后处理，等访客回复` : `${name}设为稍后处理，${time} 恢复`,
    woke: ({ by, name }) => {
      if (by === 'time') return '稍后处理的时间已到，会话已恢复'
      return by === 'visitor' ? `${name || '访客'}已回复，会话已恢复` : `${name}恢复了会话`
    },
  },
}
