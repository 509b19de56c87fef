import { portOf, type Surroundings } from './place'

/** `/etc/systemd/system/bellhop.service`. Bun makes code as it runs: memory for that stays allowed. */
export const systemdText = ({ url, nodes: [node = ''], data }: Surroundings): string => `[Unit]
Description=Bellhop
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=/usr/local/bin/bellhop serve
User=bellhop
StateDirectory=bellhop
StateDirectoryMode=0700
Environment=DATA_DIR=${data} HOST=127.0.0.1 PORT=${portOf(node)}
Environment=BASE_URL=${url.origin} TRUST_PROXY=127.0.0.1
# Environment=BACKUP_DIR=/var/backups/bellhop
# What nobody else shall read (SECRET, SMTP_URL, DATABASE_URL), a line each:
EnvironmentFile=-/etc/bellhop.env
LimitNOFILE=65536
Restart=always
TimeoutStopSec=20
NoNewPrivileges=true
PrivateTmp=true
PrivateDevices=true
ProtectSystem=full
ProtectHome=true
ProtectKernelTunables=true
ProtectControlGroups=true
RestrictSUIDSGID=true

[Install]
WantedBy=multi-user.target
`
