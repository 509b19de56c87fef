CREATE TABLE `identities` (
	`subject_hash` text PRIMARY KEY NOT NULL,
	`visitor` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "identities_subject_hash_limit" CHECK(octet_length("subject_hash") <= 64),
	CONSTRAINT "identities_visitor_limit" CHECK(octet_length("visitor") <= 64)
);
