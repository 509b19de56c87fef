CREATE TABLE `identities` (
	`subject_hash` varbinary(64) NOT NULL,
	`visitor` varbinary(64) NOT NULL,
	`at` bigint NOT NULL,
	CONSTRAINT `identities_subject_hash` PRIMARY KEY(`subject_hash`)
);
