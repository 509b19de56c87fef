import type { Reject } from '../../../actors/rows'
import type { Chosen, NoticeWords, Passed, Requeue, Strategy } from '../notice'
import { times } from './times'

const waited = (ms: number): string => (ms < 5_000 ? '' : `您等了 ${times.duration(ms)}。`)

const finding = () => '正在为您寻找合适的同事。'

export const forVisitor: NoticeWords = {
  assigned: ({ name, waited: ms, why }) =>
    why.how === 'transferred' ? `${name}已接替为您服务。` : `${name}已加入对话。${waited(ms)}`,
  requeued: ({ name }) =>
    `${name || '您的客服'}有事先离开了。您写的内容已保存，下一位空闲的同事会接着为您服务。`,
  passed: finding,
  transferring: finding,
  stayed: finding,
  transferred: ({ from, to }) => `${from}已将您的对话转给${to}。`,
  unattended: () => '现在没有空闲的同事。您的消息已保存，下一位空闲的同事会回复您。',
  closed: ({ by, name }) => {
    if (by === 'visitor') return '您结束了对话。'
    return by === 'agent' ? `${name}结束了对话。` : '由于长时间没有消息，对话已结束。'
  },
  reopened: ({ by, name }) => (by === 'visitor' ? '您重新打开了对话。' : `${name}重新打开了对话。`),
  rated: ({ stars }, _you, text) =>
    `您打了 ${stars} 星（满分 5 星），谢谢！${text ? `“${text}”` : ''}`,
}

const strategies: Record<Strategy, string> = {
  'least-loaded': '负载最低',
  'percent-spare': '余量最大',
  'round-robin': '轮流到',
  'longest-idle': '空闲最久',
}

const chosen = ({ strategy, candidates }: Chosen): string =>
  candidates <= 1 ? '唯一空闲的人' : `${candidates} 位空闲者中${strategies[strategy]}`

const back: Record<Requeue, string> = {
  lost: '客服失去连接',
  signedOff: '客服已下班',
}

const passedReasons: Record<Passed, string> = {
  declined: '拒绝了',
  unanswered: '未及时应答',
  full: '手上已满',
  away: '已不在就绪状态',
}

export const forDesk: NoticeWords = {
  assigned: ({ name, why }, you) => {
    const whom = you ? '您' : name
    if (why.how === 'took') return `${whom}从队列中接手了会话`
    if (why.how === 'transferred') return `${why.from}将会话转给了${whom}`
    return `分配给${whom}：${chosen(why)}`
  },
  requeued: ({ reason }) => `回到队列：${back[reason]}`,
  passed: ({ name, reason }) => `${name}${passedReasons[reason]}`,
  transferring: ({ from, to }) => `${from}正在把会话转给${to}`,
  transferred: ({ from, to }) => `${from}把会话转给了${to}`,
  stayed: ({ name, to }) => `${to}没有接手，会话仍由${name}负责`,
  unattended: () => '现在没有空闲的同事：消息已保留，等待下一位空闲的同事',
  closed: ({ by, name }) =>
    by === 'silence' ? '长时间无消息，已结束' : `${name || '访客'}结束了对话`,
  reopened: ({ name }) => `${name || '访客'}重新打开了对话`,
  rated: ({ stars }, _you, text) => `评价：${stars} 星（满分 5 星）${text ? `：“${text}”` : ''}`,
}

export const rejects: Record<Reject, string> = {
  away: '离开',
  absent: '未连接',
  full: '手上已满',
  resting: '正在休整',
  cannotReply: '没有回复权限',
  passed: '此前已放弃',
}
export { strategies }
