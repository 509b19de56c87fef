import type { WarningCode } from '../office/system/view'

type Values = Readonly<Record<string, string | number>>
type Warned = (values: Values) => { says: string; fix: string }

const en: Record<WarningCode, Warned> = {
  diskFull: ({ bytes = '' }) => ({
    says: `Only ${bytes} are free on the disk of the data.`,
    fix: 'Make room there: without any nothing can be said.',
  }),
  busDown: () => ({
    says: 'Other nodes are not reached through Redis.',
    fix: 'The desk goes on; news between nodes take seconds. The log says why, and bellhop doctor does too.',
  }),
  postLate: ({ count = 0, seconds = 0 }) => ({
    says: `Events between conversations and agents are late: ${count} wait, the first for ${seconds} s.`,
    fix: 'Mostly the database is slow or away: look at its load, and at the log.',
  }),
  parked: ({ actors = 0, mail = 0 }) => ({
    says: `Set aside: ${actors} that cannot go on, and ${mail} events to such.`,
    fix: 'The log names each. bellhop replay ADDRESS shows its turns. What waits is delivered after a restart, or when it goes on.',
  }),
  backupFailed: ({ why = '' }) => ({
    says: `The last backup could not be made: ${why}`,
    fix: 'Put that right; it is tried again within a quarter of an hour.',
  }),
  backupOld: ({ hours = 0 }) => ({
    says: `The newest backup is ${hours} hours old.`,
    fix: 'Run bellhop backup, or look in the log why none was made.',
  }),
  backupNone: () => ({
    says: 'No backup was ever made, as far as the desk knows.',
    fix: 'Set BACKUP_DIR to a folder on another disk, and the desk makes one a day; or run bellhop backup FILE.',
  }),
  clockApart: ({ seconds = 0 }) => ({
    says: `The clock of the database differs from this machine’s by ${seconds} s.`,
    fix: 'Let NTP keep both.',
  }),
  nodeSilent: ({ count = 0 }) => ({
    says: `${count} of the nodes has said nothing for a while.`,
    fix: 'If it was stopped, nothing is to be done: it is forgotten after a day. Else look at its log.',
  }),
  loopLate: ({ ms = 0 }) => ({
    says: `In the last minute something kept this process busy for ${ms} ms at once.`,
    fix: 'If it stays so, the machine is short of processors: look what else runs on it.',
  }),
  sealLate: ({ count = 0 }) => ({
    says: `${count} records of the audit wait for their seal.`,
    fix: 'They are sealed by themselves; if the number grows, look in the log.',
  }),
  walLong: ({ bytes = '' }) => ({
    says: `The log of the database is ${bytes} long.`,
    fix: 'A program that reads the file keeps it from being folded in: end that one, or restart the desk once.',
  }),
  mailDead: ({ count = 0 }) => ({
    says: `Mail that was not delivered: ${count}.`,
    fix: 'See “Mail”: each says why, and can be sent again or given up.',
  }),
  mailLate: ({ count = 0, minutes = 0 }) => ({
    says: `Mail is late: ${count} wait, the first for ${minutes} minutes.`,
    fix: 'Send a test under “Mail”: it says what the server answers.',
  }),
  mailNone: () => ({
    says: 'No mail goes out: no server for it is set.',
    fix: 'Set SMTP_URL and MAIL_FROM. Until then mail lies as files in the folder outbox.',
  }),
  addressGuessed: ({ address = '' }) => ({
    says: `Nobody said how browsers reach the desk; it takes ${address} for its address.`,
    fix: 'Set BASE_URL, or links in mail lead nowhere.',
  }),
}

const zh: Record<WarningCode, Warned> = {
  diskFull: ({ bytes = '' }) => ({
    says: `数据所在磁盘仅剩 ${bytes}。`,
    fix: '请清理磁盘：空间耗尽后将无法收发消息。',
  }),
  busDown: () => ({
    says: '无法通过 Redis 连接其他节点。',
    fix: '系统仍可使用，节点间消息会延迟几秒。原因见日志，或运行 bellhop doctor。',
  }),
  postLate: ({ count = 0, seconds = 0 }) => ({
    says: `会话与客服之间的事件投递延迟：${count} 条待投递，最早的已等待 ${seconds} 秒。`,
    fix: '多为数据库缓慢或不可用：请检查数据库负载和日志。',
  }),
  parked: ({ actors = 0, mail = 0 }) => ({
    says: `已挂起：${actors} 个对象无法继续，${mail} 条事件待投递。`,
    fix: '日志中列出了每一个。bellhop replay ADDRESS 可查看其经过。重启后或恢复后会继续投递。',
  }),
  backupFailed: ({ why = '' }) => ({
    says: `上次备份失败：${why}`,
    fix: '请排除故障；系统会在一刻钟内重试。',
  }),
  backupOld: ({ hours = 0 }) => ({
    says: `最近一次备份已过去 ${hours} 小时。`,
    fix: '请运行 bellhop backup，或在日志中查看未备份的原因。',
  }),
  backupNone: () => ({
    says: '还没有任何备份记录。',
    fix: '将 BACKUP_DIR 设为另一块磁盘上的文件夹，系统会每天自动备份；或手动运行 bellhop backup FILE。',
  }),
  clockApart: ({ seconds = 0 }) => ({
    says: `数据库时钟与本机相差 ${seconds} 秒。`,
    fix: '请为两者启用 NTP 校时。',
  }),
  nodeSilent: ({ count = 0 }) => ({
    says: `有 ${count} 个节点一段时间没有心跳。`,
    fix: '如已停用则无需处理，一天后自动移除；否则请查看其日志。',
  }),
  loopLate: ({ ms = 0 }) => ({
    says: `最近一分钟内，进程曾连续被占用 ${ms} 毫秒。`,
    fix: '如持续出现，说明处理器资源不足：请检查本机其他程序。',
  }),
  sealLate: ({ count = 0 }) => ({
    says: `${count} 条操作日志等待入链。`,
    fix: '系统会自动处理；如数量持续增加，请查看日志。',
  }),
  walLong: ({ bytes = '' }) => ({
    says: `数据库预写日志已达 ${bytes}。`,
    fix: '有程序正在读取数据库文件，导致日志无法合并：请结束该程序，或重启一次系统。',
  }),
  mailDead: ({ count = 0 }) => ({
    says: `未送达的邮件：${count} 封。`,
    fix: '请到“邮件”页查看原因，可重新发送或放弃。',
  }),
  mailLate: ({ count = 0, minutes = 0 }) => ({
    says: `邮件发送延迟：${count} 封待发送，最早的已等待 ${minutes} 分钟。`,
    fix: '请在“邮件”页发送测试邮件，查看服务器的答复。',
  }),
  mailNone: () => ({
    says: '未设置邮件服务器，邮件不会发出。',
    fix: '请设置 SMTP_URL 和 MAIL_FROM。在此之前，邮件以文件形式保存在 outbox 文件夹。',
  }),
  addressGuessed: ({ address = '' }) => ({
    says: `未设置系统的访问地址，目前按 ${address} 处理。`,
    fix: '请设置 BASE_URL，否则邮件中的链接无法打开。',
  }),
}

/** What is not as it should be, and what to do about it. */
export const systemWarnings = { en, zh }
