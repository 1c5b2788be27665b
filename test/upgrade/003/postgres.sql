SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.activities (
    digest text NOT NULL,
    expires_at text NOT NULL
);
CREATE TABLE public.addresses (
    tenant text NOT NULL,
    recipient text NOT NULL,
    entra_id text,
    conversation text,
    service_url text NOT NULL,
    bot_id text,
    user_id text,
    updated_at text NOT NULL
);
CREATE TABLE public.budgets (
    tenant text NOT NULL,
    free_at text NOT NULL
);
CREATE TABLE public.contexts (
    tenant text NOT NULL,
    entra_id text NOT NULL,
    conversation text NOT NULL,
    question text,
    misses integer NOT NULL,
    expires_at text NOT NULL
);
CREATE TABLE public.deliveries (
    tenant text NOT NULL,
    recipient text NOT NULL,
    entra_id text,
    conversation text,
    id text NOT NULL,
    local_date text NOT NULL,
    slot text NOT NULL,
    due_at text NOT NULL,
    state text NOT NULL,
    reason text,
    not_before text NOT NULL,
    lease_until text,
    token text,
    attempts integer NOT NULL,
    tried_at text,
    prompt text
);
CREATE TABLE public.installations (
    tenant text NOT NULL,
    conversation text NOT NULL,
    entra_id text,
    welcomed_at text NOT NULL
);
CREATE TABLE public.migrations (
    name text NOT NULL
);
CREATE TABLE public.nudge_plans (
    tenant text NOT NULL,
    recipient text NOT NULL,
    entra_id text,
    conversation text,
    is_on integer NOT NULL,
    days text NOT NULL,
    "time" text NOT NULL,
    zone text NOT NULL,
    language text NOT NULL,
    pauses text NOT NULL,
    framework text,
    theme text,
    stopped text,
    asked_zone text,
    seen text NOT NULL,
    next_at text,
    made_at text NOT NULL
);
CREATE TABLE public.people (
    tenant text NOT NULL,
    entra_id text NOT NULL,
    last_seen text NOT NULL,
    unreachable_since text,
    removed_at text
);
CREATE TABLE public.plan_makers (
    tenant text NOT NULL,
    conversation text NOT NULL,
    entra_id text NOT NULL,
    name text
);
CREATE TABLE public.profiles (
    tenant text NOT NULL,
    entra_id text NOT NULL,
    framework text,
    role text,
    language text,
    time_zone text,
    updated_at text NOT NULL
);
CREATE TABLE public.reflections (
    tenant text NOT NULL,
    entra_id text NOT NULL,
    id text NOT NULL,
    prompt text NOT NULL,
    framework text NOT NULL,
    theme text,
    note text NOT NULL,
    created_at text NOT NULL,
    updated_at text NOT NULL
);
CREATE TABLE public.round_answers (
    tenant text NOT NULL,
    entra_id text NOT NULL,
    share text NOT NULL,
    name text NOT NULL,
    answer text NOT NULL,
    answered_at text NOT NULL
);
CREATE TABLE public.seen_prompts (
    tenant text NOT NULL,
    entra_id text NOT NULL,
    shown_at text NOT NULL,
    prompt text NOT NULL
);
CREATE TABLE public.sharers (
    tenant text NOT NULL,
    entra_id text NOT NULL,
    share text NOT NULL,
    name text NOT NULL,
    line text
);
CREATE TABLE public.shares (
    tenant text NOT NULL,
    share text NOT NULL,
    conversation text NOT NULL,
    subject text NOT NULL,
    activity text,
    is_round integer NOT NULL,
    closed_at text,
    shared_at text NOT NULL
);
CREATE TABLE public.talks (
    tenant text NOT NULL,
    entra_id text NOT NULL,
    conversation text NOT NULL,
    kind text NOT NULL,
    name text,
    talked_at text NOT NULL
);
INSERT INTO public.activities VALUES
	('kxmrL4M55pLl2k6e2Y6gYqZxtyWY8pcrxXb8LJ26kvg', '2026-11-24T07:20:00.000Z');
INSERT INTO public.addresses VALUES
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', 'a:mette', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:mette', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000002', 'a:lars', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:lars', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', 'a:anna', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:anna', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000004', 'a:bo', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:bo', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', 'a:ida', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:ida', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', 'a:carl', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:carl', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', 'a:dorte', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:dorte', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', 'a:erik', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:erik', '2026-11-02T07:00:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', 'a:mette-south', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:mette', '2026-11-02T07:00:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', 'a:erik-south', 'https://smba.trafficmanager.net/emea/', '28:bot', '29:erik', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'conversation 19:lederteam@thread.v2', NULL, '19:lederteam@thread.v2', 'https://smba.trafficmanager.net/emea/', '28:bot', NULL, '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'conversation 19:andre@thread.v2', NULL, '19:andre@thread.v2', 'https://smba.trafficmanager.net/emea/', '28:bot', NULL, '2026-11-02T07:00:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'conversation 19:kanal@thread.tacv2', NULL, '19:kanal@thread.tacv2', 'https://smba.trafficmanager.net/emea/', '28:bot', NULL, '2026-11-02T07:00:00.000Z');
INSERT INTO public.budgets VALUES
	('22222222-2222-4222-8222-222222222222', '2026-11-24T07:03:00.000Z'),
	('11111111-1111-4111-8111-111111111111', '2026-11-24T07:05:00.080Z');
INSERT INTO public.contexts VALUES
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000001', 'a:mette-south', 'k1.xWMojlHrd8aThu-isqxc9iEGNWEl05PIAzBkLGblAQLOl1oCtUg5zNa2hOcUe45Cjp-F0a8rPRf-rCii7KBp2C1JaNkYRK4b_0NytziRpUlQB3FAvZN2Exxa12CecoRICzYFXdKmr1LHHU-zyKnQagY0migqpfPeJhbZaFEqnG8d_JgwYCW6YGFyODafF2tFSYxHqD8cMHCp8v48JQ', 0, '2026-11-03T07:10:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000004', 'a:bo', 'k1.-_84F7__UGFeFt4SwcJj_CtRimLFixRXJ47MhwGvVQNRDMjrJEq6s85SBA3d9CyYEANZ2C0GvJ9PAJOnp5dS1--caA4DKsJuxJjcXgSKxAYG4a6SXAus_UwMkffN2J2N91Sbob5IdiLesEkl-DrD7XeRJlIjj8QPaETtCmmUDVmmWDoGA4ozW2kzZTwp3oJEvmtkSTYPq18DHfCEoBUl8R7V8hNmr7MaLDcuRZY', 0, '2026-11-13T12:10:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000006', 'a:carl', 'k1.JIA0lkjOV7HUrWlLo9DR5-Hk9G4K_mAbXKq4rOY9SqYu_j_U_HPhKIDdgO0dA2VokbKCkHVC0m_gHoUcATOKM005AoIvBTtJXOFHqeP_oaY43J609OteesEVqla1GZl608LlDt8uGqr5CDkKdqVrqoSR9aGbu2Q24jOJSJRxeX-0sTBKspYnX28zF09SiH1sZF7Eh1RP09tanmmP1zMTh26Ed9h6PIeycrHnY2o', 0, '2026-11-13T12:10:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000007', 'a:dorte', 'k1.UMgABs-zq2T0Q58rt_FbzRdypCanl2xpAscwboIC9GiGiTVcCI0PggV_y5Imsa6OORuFcTLqQcHA2dgcg070C1PLlL28pxl28jLWtoS_UacoHELrdOODnTeCwJLdJqeb82BGtTRqxxxgY7Y_R4ckH19y0piQrj95ET9DADDDBzTXCCwe9zhQOxYSivlX0gXPxIOCLo7AGscmTnbrOUsmFw2XtdUmuV1FYaIPN_E', 0, '2026-11-13T12:10:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000008', 'a:erik-south', 'k1.2RZ-_SOfwZoHodQx9gu3B-AxFWgrXn8U7HhacxKmBzA8u3yA--PIwoPVWO1-PB2qdKZq8Wtrtxhkk1rb-mfTULztA-wSHjj4ZpzFe1wwh55iXzJjDHhVHxBchD0QpaN92law3MWKtxHJEBZlbKwMw-9N5lpI2eicTRvs5MSZCoAPygCowXuri3nnNZP5oFpmhLjf8iy4RjS8RMgbEY20migbhqbFbhuu5JicYnE', 0, '2026-11-13T12:10:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000003', 'a:anna', 'k1.u8KY2CvjUmgCFHsIBzj3HArbcVbtbMbLOZsrUlpy6NZ0DuXaAOcZROgYHdVbJiFL6kUbSY9KK7a5AVW5kuy91DLDg4Q1mdYKmYFlBepePziP3IHciiu94GXreFoSSyQlpdEfg_MzEzwQ_A6ewOb-IoQxxO3L6n65mNVRwHATSA', 0, '2026-11-14T12:10:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '19:lederteam@thread.v2', 'k1.NX4Tb33GUK8OO8xY3Q8Oa8wicQcG-B21ogtslIFeetgJrzh1KksGXN-JHJ9mE0epysuVdGuWI6u-OUCNMLpAzZ5LFAaRB0egVWXIlUaWRoptPR28130xZT50RYPyDVmOz7bAWBHP9qhp0KPYUdSV0Rx5ut9c_Y9vnEfVFQYA_83fK-_F0pOMeg', 0, '2026-11-13T12:40:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000001', '19:kanal@thread.tacv2', 'k1.IIeSgK-EoipNhOTbq2d-1Cq9u64YYCwcFmQf1v-yllzJi6flLbbi3mT5RJuSe0H1Q3Yup3SfjQlkSyse0KwkCjokhouSRebKWGerzPRZE2lR3AZgjOQUH2cRmVo-fCwDMGyV4xL9yO9rvV8', 0, '2026-11-17T12:10:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', 'a:ida', 'k2.5zoIBuSDTVD-Y1LMPfXmKAkP3siKojpCSOqYXE9blayZygaQ4ud2IXZdkQlArvaaNR2EzF5hlLIt9o609zIWZtgLusp-tXNPq8z7j8DTPnp02iy1cvJqfga8GVX_laUsrAMvYHL9YJ25n0oxo3l_Vr6ioSTqUq-re4mQe-l1stttUiVRrnS6nl727yxrXs2xkQmGWAXkHp3LMai27J15dmVj9M1dtotPFeE5pAEzOjUkEucKBB-z8qvFNgdCAbJbuvb2C0rQ7ofj', 0, '2026-11-24T07:19:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', 'a:lars', NULL, 1, '2026-11-24T07:19:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'a:mette', 'k2.LOBbe3eSZEMYHOkusQu4D5KcTzs-MsqehRtsHcihUYA8Hqka-iiNM0Sir6FDFvDQgHYrXNHxormbB4LLnPKceIxmkmNiA14Y2DrFETNnojrr-76YSPQ1bdNEb6dWCwZRBUpAmbPNz8KLsAkM-HpoJ62vRC4g4vY3ytzVWMmT64-qR1zlWQJPRr9ON5LLGW_iYzUuMKOcXUWKK2JpfG90LZ65d_JrQ0agJ0CfotUq8oY5U9NxJAjSbgtp2JxUtrsLJ_4Y4H3kUurxBKXdzRreO1oNKuhxAORGtaVR_dSsqHZPCImFyhzAyNOq8aG--F8kG7aLT5iMS1-z6Bw62X_O62CMgtU-UaF9Bo3ufUcrhDEV3bgyJyCKb3xxMdKZN6AMpXQ4OEscNqZEucrPbYlP400Pq9oeEEePjnFZp_ipWawLVYQ6H7nXgjbKdD7NYpi_i6b-KbokNIGV-ppFVl3kgPiO90f2GS1y-ogrB-Z-6uK6O1WF0vr5cCy-FeSJ0DSpGls3gaenppc2DTnmJ84cq3nFRoRU0hOV6WWwFBYyYs4f_AlJpj-o4Iv-tAvxGHAA4DcanrjQEQthex27JNNJWpyCcAM9gYx_NM-BukPdxBf4MIrs34txSO2jHXBkr_fWRSPredUfV_akHFfNM-cpIBX4zFtaMp2i3BJyXh0n8X7CAKeYAB8KttW6XUzFDVXDJb8S_1XU9JWlR3KjZ2xkvisjRMfGwsXxtVohXXb990ZgDwARodmHX2jIV4JIdEEXqdG9tVAQUouut_31gag0rdKlNYGjxdsEV3OL9ygRV3fNXGOS2Iloi0ki63vCwHD7yxF-7y-BpwS_6SZuQK0qjCAUncMaQ8m306VaELAb3zL3EH8Vx9FC_yF1wYCy0ieAwE4dO3EMwm6Ya2jB8WlzecHQ62MJDs3nVKNWZ5SeqjBbmmlXzgH1NSTjO1cxdTixSHA4HtuI1VkqmXYWI4VUFVcwsx5TW-fn1spGK8Vw6Hb1nOLeRP6Y9j-Q_j-sOyqfplnMEPAhzo8PHk5K6ika0AsydVfeC-fxAB1iwPsqSzLxIRvK8qBmMy1w34IMogJ3F4XazOLu8_0B_S9gsVa33yaWC5A63sK0JlzCM0hVhfvwBehl3s7NPmqGvA', 0, '2026-11-24T07:20:00.000Z');
INSERT INTO public.deliveries VALUES
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', NULL, '15bae23a-2479-4f05-bc7b-8d43e9e86c54', '2026-11-16', '08:00', '2026-11-16T07:00:00.000Z', 'skipped', 'paused', '1970-01-01T00:00:00.000Z', NULL, NULL, 0, NULL, NULL),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', NULL, '88eb7089-97b6-4ce4-a4a3-4340bb3873a5', '2026-11-16', '08:00', '2026-11-16T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '1a9075ca-c8e6-437d-a3e0-c535bdd40871', 1, '2026-11-16T07:06:00.000Z', 'aarhus-bu-2024/common-tidligt-tegn-naeste-gang'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', NULL, 'eaca0fd4-2b57-4500-82b5-e16bc00eb777', '2026-11-16', '08:00', '2026-11-16T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '33822cfa-df70-4ce6-a0cf-e7018f7e0ee4', 1, '2026-11-16T07:06:00.000Z', 'sammen/common-sige-hojt-hvem-der-beslutter'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', NULL, '7122e6e8-c8e9-426d-93bf-4435f545d8dd', '2026-11-16', '08:00', '2026-11-16T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '33822cfa-df70-4ce6-a0cf-e7018f7e0ee4', 1, '2026-11-16T07:06:00.000Z', 'aarhus-bu-2024/kontorchef-mode-byttet-til-time'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', NULL, '00bf1626-1a53-4d7b-9d09-036df081e77c', '2026-11-16', '08:05', '2026-11-16T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '33822cfa-df70-4ce6-a0cf-e7018f7e0ee4', 1, '2026-11-16T07:06:00.000Z', 'sammen/common-frugtbar-faglig-uenighed'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000004', NULL, 'a62dca92-e298-47d7-a238-43a81365701a', '2026-11-16', '08:00', '2026-11-16T07:00:00.000Z', 'failed', 'blocked', '1970-01-01T00:00:00.000Z', NULL, '33822cfa-df70-4ce6-a0cf-e7018f7e0ee4', 1, '2026-11-16T07:06:00.000Z', 'sammen/common-timen-til-mest-gavn'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', NULL, '439eab0f-fca1-41db-a232-5cb20d23f379', '2026-11-16', '08:05', '2026-11-16T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '33822cfa-df70-4ce6-a0cf-e7018f7e0ee4', 1, '2026-11-16T07:06:00.000Z', 'socialafdelingen/common-en-ven-soger-job'),
	('11111111-1111-4111-8111-111111111111', 'conversation 19:lederteam@thread.v2', NULL, '19:lederteam@thread.v2', '72cdaa08-fa15-4fb9-9165-2a2e8e089711', '2026-11-16', '09:00', '2026-11-16T08:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'c04c4133-5dd1-405d-b64a-1698f3aa08e8', 1, '2026-11-16T08:01:00.000Z', 'aarhus-bu-2024/common-beslutningens-pris-i-timer'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', NULL, '6b4b75ab-08af-4198-bbe6-2ba583b975c2', '2026-11-17', '08:00', '2026-11-17T07:00:00.000Z', 'skipped', 'paused', '1970-01-01T00:00:00.000Z', NULL, NULL, 0, NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', NULL, 'ed9eb1fa-80de-434f-910e-11e25d0dc727', '2026-11-17', '08:00', '2026-11-17T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'e050a77e-ce70-44c6-9ab4-5346e1826d3c', 1, '2026-11-17T07:06:00.000Z', 'aarhus-bu-2024/common-barn-ved-bordet'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000002', NULL, '41cfe9bf-411e-4ff1-bc9b-fb93b15f9d6d', '2026-11-17', '08:00', '2026-11-17T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'e050a77e-ce70-44c6-9ab4-5346e1826d3c', 1, '2026-11-17T07:06:00.000Z', 'sammen/leder-af-medarbejder-stillingsopslag-i-morgen'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', NULL, '18ecd0be-b01d-46d9-9dae-7a9125bf6c8e', '2026-11-17', '08:05', '2026-11-17T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'e050a77e-ce70-44c6-9ab4-5346e1826d3c', 1, '2026-11-17T07:06:00.000Z', 'sammen/common-det-borgeren-selv-kan'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', NULL, 'bca25156-8d9e-48d2-8295-12a6a3d23ac0', '2026-11-18', '08:00', '2026-11-18T07:00:00.000Z', 'skipped', 'paused', '1970-01-01T00:00:00.000Z', NULL, NULL, 0, NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', NULL, '7668117a-8e8e-44f9-9e1f-248f565e1456', '2026-11-18', '08:05', '2026-11-18T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '50b2ac48-5519-4033-a087-3619e1e92d00', 1, '2026-11-18T07:06:00.000Z', 'aarhus-bu-2024/common-udelt-erfaring'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', NULL, '810565d6-ac7d-45d4-ad61-6e7289d55738', '2026-11-17', '08:00', '2026-11-17T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'e050a77e-ce70-44c6-9ab4-5346e1826d3c', 1, '2026-11-17T07:06:00.000Z', 'aarhus-bu-2024/kontorchef-en-person-kan-det'),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', NULL, 'b0966476-f32a-467a-bd29-c8326f1a192b', '2026-11-17', '08:00', '2026-11-17T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '56eaf262-4cf0-451a-a768-dcb8c96e1b32', 1, '2026-11-17T07:06:00.000Z', 'sammen/common-frugtbar-faglig-uenighed'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', NULL, '3c4fe58b-6f6b-4ff0-916b-5d159999f304', '2026-11-17', '08:05', '2026-11-17T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'e050a77e-ce70-44c6-9ab4-5346e1826d3c', 1, '2026-11-17T07:06:00.000Z', 'holstebro-sos-2021/common-tak-til-en-lederkollega'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', NULL, '4bb099f6-8aa6-4753-8410-5b4a71c29706', '2026-11-18', '08:05', '2026-11-18T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '50b2ac48-5519-4033-a087-3619e1e92d00', 1, '2026-11-18T07:06:00.000Z', 'sammen/common-det-borgeren-selv-kan'),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', NULL, '52a0ae86-18d1-4cb5-9527-669962d68469', '2026-11-18', '08:00', '2026-11-18T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '6bdfbeef-b078-41e6-a81e-386039ba32be', 1, '2026-11-18T07:06:00.000Z', 'holstebro-sos-2021/common-brev-laest-af-en-parorende'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', NULL, '7c6e47da-eca0-4ad6-9f51-e1ce58272612', '2026-11-19', '08:00', '2026-11-19T07:00:00.000Z', 'skipped', 'paused', '1970-01-01T00:00:00.000Z', NULL, NULL, 0, NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', NULL, '34251d00-a128-4c14-b46a-90d2c85f15e3', '2026-11-19', '08:05', '2026-11-19T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '77f43957-8ec4-4268-8bcb-804c7c7621fe', 1, '2026-11-19T07:06:00.000Z', 'socialafdelingen/common-en-ven-soger-job'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', NULL, '19f306ee-b3b5-480f-bcd8-71d1bfc239bd', '2026-11-19', '08:05', '2026-11-19T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '77f43957-8ec4-4268-8bcb-804c7c7621fe', 1, '2026-11-19T07:06:00.000Z', 'sammen/common-fast-mode-ingen-savner'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', NULL, '3b90add6-7d85-46dc-b8d1-347bbdb55cc3', '2026-11-19', '08:00', '2026-11-19T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '77f43957-8ec4-4268-8bcb-804c7c7621fe', 1, '2026-11-19T07:06:00.000Z', 'socialafdelingen/common-god-hjaelp-for-hende'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', NULL, '792fe0d7-cc96-43a5-a615-a5ac77168e72', '2026-11-19', '08:00', '2026-11-19T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '77f43957-8ec4-4268-8bcb-804c7c7621fe', 1, '2026-11-19T07:06:00.000Z', 'aarhus-bu-2024/kontorchef-faglig-uenighed'),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', NULL, '2e2d4aeb-3e07-4eca-8614-ea38d661e87c', '2026-11-19', '08:00', '2026-11-19T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '4b8bd1e6-a61c-4828-8189-cc661f3918d4', 1, '2026-11-19T07:06:00.000Z', 'sammen/common-fast-mode-ingen-savner'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', NULL, '8bcd70eb-1030-41d9-abe7-80327207617f', '2026-11-20', '08:00', '2026-11-20T07:00:00.000Z', 'skipped', 'paused', '1970-01-01T00:00:00.000Z', NULL, NULL, 0, NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', NULL, '79978104-145b-4987-b052-b3c922fe85af', '2026-11-20', '08:05', '2026-11-20T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'cb4a2158-9040-41cd-aad1-3e2df5db049a', 1, '2026-11-20T07:06:00.000Z', 'socialafdelingen/common-god-hjaelp-for-hende'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', NULL, '57fa6ca9-bab4-4a8e-88d8-da1851e21129', '2026-11-20', '08:00', '2026-11-20T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'cb4a2158-9040-41cd-aad1-3e2df5db049a', 1, '2026-11-20T07:06:00.000Z', 'aarhus-bu-2024/kontorchef-gaet-om-mandat'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', NULL, '5a1df511-f1e8-444c-bbeb-1ee8b067fd5f', '2026-11-20', '08:00', '2026-11-20T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'cb4a2158-9040-41cd-aad1-3e2df5db049a', 1, '2026-11-20T07:06:00.000Z', 'sammen/common-fast-mode-ingen-savner'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', NULL, 'db4075f5-a896-4e49-89fd-7cc5ebdba99f', '2026-11-23', '08:00', '2026-11-23T07:00:00.000Z', 'skipped', 'paused', '1970-01-01T00:00:00.000Z', NULL, NULL, 0, NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', NULL, '3e69fd0a-a55e-4f61-bb92-3737aa61927e', '2026-11-23', '08:00', '2026-11-23T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'f1a60e8a-3af9-4e81-9fb0-fa8ccb72963d', 1, '2026-11-23T07:06:00.000Z', 'aarhus-bu-2024/kontorchef-rapport-sprunget-over'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', NULL, '4d643eb8-5832-4883-8ea8-2ba921b85a96', '2026-11-18', '08:00', '2026-11-18T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '50b2ac48-5519-4033-a087-3619e1e92d00', 1, '2026-11-18T07:06:00.000Z', 'sammen/common-ove-sig-pa-nu'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', NULL, '9e332e22-0c41-42f3-8c4a-7d9398eda4af', '2026-11-18', '08:00', '2026-11-18T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '50b2ac48-5519-4033-a087-3619e1e92d00', 1, '2026-11-18T07:06:00.000Z', 'aarhus-bu-2024/kontorchef-kaffe-med-et-andet-kontor'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', NULL, '17f92510-9026-4ffb-ac34-6b957e550fcc', '2026-11-20', '08:05', '2026-11-20T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'cb4a2158-9040-41cd-aad1-3e2df5db049a', 1, '2026-11-20T07:06:00.000Z', 'sammen/common-dobbelt-arbejde'),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', NULL, '7757d2b6-a1f6-4ded-8d43-730e7da648df', '2026-11-20', '08:00', '2026-11-20T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'd0d5a5c8-8adb-4f53-991b-5282190b5722', 1, '2026-11-20T07:06:00.000Z', 'holstebro-sos-2021/common-mail-der-var-en-samtale'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', NULL, '88c01e35-baf8-4012-90c7-af51782896b3', '2026-11-23', '08:05', '2026-11-23T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'f1a60e8a-3af9-4e81-9fb0-fa8ccb72963d', 1, '2026-11-23T07:06:00.000Z', 'holstebro-sos-2021/common-mail-der-var-en-samtale'),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', NULL, 'c01d79eb-a8c7-44d7-b904-ad8d0837f00f', '2026-11-23', '08:00', '2026-11-23T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '286cc3af-d9cf-40bb-9450-4887e40463c2', 1, '2026-11-23T07:06:00.000Z', 'sammen/common-erfaring-uden-mail'),
	('11111111-1111-4111-8111-111111111111', 'conversation 19:lederteam@thread.v2', NULL, '19:lederteam@thread.v2', '0d7eaed4-7f1c-44f8-bdce-7fdb6359d041', '2026-11-23', '09:00', '2026-11-23T08:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, '07368833-e21c-4c9d-be97-9ab7f6e2b4d6', 1, '2026-11-23T08:01:00.000Z', 'aarhus-bu-2024/common-beslutning-til-en-anden'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', NULL, '285ee890-81a9-4a11-bf82-04a4a37ba13b', '2026-11-24', '08:00', '2026-11-24T07:00:00.000Z', 'skipped', 'paused', '1970-01-01T00:00:00.000Z', NULL, NULL, 0, NULL, NULL),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', NULL, '0c19ef28-4d67-4be3-aa3e-4f0e6885ea76', '2026-11-24', '08:00', '2026-11-24T07:00:00.000Z', 'due', NULL, '2026-11-24T07:03:00.000Z', NULL, NULL, 1, '2026-11-24T07:01:00.000Z', 'aarhus-bu-2024/common-tal-der-har-rykket-sig'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', NULL, 'a865cc1b-c7e8-4524-8e8c-563c80afc036', '2026-11-24', '08:00', '2026-11-24T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'ad8d78d0-d14d-45ea-b2e0-116ae98242b0', 1, '2026-11-24T07:01:00.000Z', 'aarhus-bu-2024/kontorchef-midt-i-et-notat'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', NULL, 'dd3b3a53-5cd2-495e-bc50-de33edbdbb2d', '2026-11-24', '08:00', '2026-11-24T07:00:00.000Z', 'unknown', 'ECONNRESET', '1970-01-01T00:00:00.000Z', NULL, 'ad8d78d0-d14d-45ea-b2e0-116ae98242b0', 1, '2026-11-24T07:01:00.000Z', 'sammen/common-frugtbar-faglig-uenighed'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', NULL, '68bfbec2-c828-4734-b89a-18fcc137c21b', '2026-11-24', '08:05', '2026-11-24T07:05:00.000Z', 'claimed', NULL, '1970-01-01T00:00:00.000Z', '2026-11-24T07:06:00.000Z', '3d757580-10b0-49db-b491-3307889983c9', 1, '2026-11-24T07:05:00.000Z', NULL),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', NULL, '1381570a-bff7-4652-9294-59574aea3e34', '2026-11-24', '08:05', '2026-11-24T07:05:00.000Z', 'sending', NULL, '1970-01-01T00:00:00.000Z', '2026-11-24T07:06:00.000Z', '3d757580-10b0-49db-b491-3307889983c9', 1, '2026-11-24T07:05:00.000Z', 'aarhus-bu-2021/common-kan-nu-det-nye'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', NULL, '539f72ad-469b-4b85-a97d-5e3b3b66cc29', '2026-11-23', '08:00', '2026-11-23T07:00:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'f1a60e8a-3af9-4e81-9fb0-fa8ccb72963d', 1, '2026-11-23T07:06:00.000Z', 'socialafdelingen/common-opgaven-der-forsvinder'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', NULL, 'b70a0583-09a8-47ff-b2d8-c2b373bb2a4d', '2026-11-23', '08:05', '2026-11-23T07:05:00.000Z', 'sent', NULL, '1970-01-01T00:00:00.000Z', NULL, 'f1a60e8a-3af9-4e81-9fb0-fa8ccb72963d', 1, '2026-11-23T07:06:00.000Z', 'sammen/common-frugtbar-faglig-uenighed');
INSERT INTO public.installations VALUES
	('11111111-1111-4111-8111-111111111111', 'a:mette', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'a:lars', 'aaaaaaaa-0000-4000-8000-000000000002', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'a:bo', 'aaaaaaaa-0000-4000-8000-000000000004', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'a:ida', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'a:carl', 'aaaaaaaa-0000-4000-8000-000000000006', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'a:dorte', 'aaaaaaaa-0000-4000-8000-000000000007', '2026-11-02T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'a:erik', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-02T07:00:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'a:mette-south', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-02T07:00:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'a:erik-south', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-02T07:00:00.000Z');
INSERT INTO public.migrations VALUES
	('001-people-and-reflections'),
	('002-nudges'),
	('003-sharing');
INSERT INTO public.nudge_plans VALUES
	('22222222-2222-4222-8222-222222222222', 'conversation 19:kanal@thread.tacv2', NULL, '19:kanal@thread.tacv2', 0, 'man', '09:00', 'Europe/Copenhagen', 'da', '[]', 'holstebro-sos-2021', NULL, NULL, NULL, '[]', NULL, '2026-11-13T12:30:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000004', NULL, 0, 'man,tir,ons,tor,fre', '08:00', 'Europe/Copenhagen', 'da', '[]', NULL, NULL, 'blocked', NULL, '[]', NULL, '2026-11-13T12:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'conversation 19:lederteam@thread.v2', NULL, '19:lederteam@thread.v2', 1, 'man', '09:00', 'Europe/Copenhagen', 'da', '[]', 'aarhus-bu-2024', NULL, NULL, NULL, '["aarhus-bu-2024/common-beslutning-til-en-anden","aarhus-bu-2024/common-beslutningens-pris-i-timer"]', '2026-11-30T08:00:00.000Z', '2026-11-13T12:30:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000002', NULL, 0, 'tir', '08:00', 'Europe/Copenhagen', 'en', '[]', NULL, NULL, NULL, 'Europe/London', '[]', NULL, '2026-11-13T12:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', NULL, 1, 'man,tir,ons,tor,fre', '08:00', 'Europe/Copenhagen', 'da', '[]', NULL, NULL, NULL, NULL, '[]', '2026-11-25T07:00:00.000Z', '2026-11-13T12:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000005', NULL, 1, 'man,tir,ons,tor,fre', '08:00', 'Europe/Copenhagen', 'da', '[]', NULL, NULL, NULL, NULL, '[]', '2026-11-25T07:00:00.000Z', '2026-11-13T12:00:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'person aaaaaaaa-0000-4000-8000-000000000008', 'aaaaaaaa-0000-4000-8000-000000000008', NULL, 1, 'man,tir,ons,tor,fre', '08:00', 'Europe/Copenhagen', 'da', '[]', NULL, NULL, NULL, NULL, '[]', '2026-11-25T07:00:00.000Z', '2026-11-13T12:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000006', NULL, 1, 'man,tir,ons,tor,fre', '08:05', 'Europe/Copenhagen', 'da', '[]', NULL, NULL, NULL, NULL, '[]', '2026-11-25T07:05:00.000Z', '2026-11-13T12:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000007', 'aaaaaaaa-0000-4000-8000-000000000007', NULL, 1, 'man,tir,ons,tor,fre', '08:05', 'Europe/Copenhagen', 'da', '[]', NULL, NULL, NULL, NULL, '[]', '2026-11-25T07:05:00.000Z', '2026-11-13T12:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'person aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', NULL, 0, 'man,tir,ons,tor,fre', '08:00', 'Europe/Copenhagen', 'da', '[{"from":"2026-11-14","until":"2026-11-27"}]', NULL, NULL, 'removed', NULL, '[]', NULL, '2026-11-13T12:00:00.000Z');
INSERT INTO public.people VALUES
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-02T07:00:00.000Z', NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000006', '2026-11-13T12:00:00.000Z', NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000007', '2026-11-13T12:00:00.000Z', NULL, NULL),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-13T12:00:00.000Z', NULL, NULL),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-12T07:00:00.000Z', NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000004', '2026-11-13T12:00:00.000Z', '2026-11-16T07:06:00.160Z', NULL),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-24T07:09:00.000Z', NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', '2026-11-24T07:09:00.000Z', NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-24T07:09:00.000Z', NULL, NULL),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000003', '2026-11-14T12:00:00.000Z', '2026-11-24T07:11:00.000Z', '2026-11-24T07:11:00.000Z');
INSERT INTO public.plan_makers VALUES
	('11111111-1111-4111-8111-111111111111', '19:lederteam@thread.v2', 'aaaaaaaa-0000-4000-8000-000000000001', 'Mette Sørensen'),
	('22222222-2222-4222-8222-222222222222', '19:kanal@thread.tacv2', 'aaaaaaaa-0000-4000-8000-000000000001', 'Mette Sørensen');
INSERT INTO public.profiles VALUES
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'aarhus-bu-2024', 'kontorchef', NULL, 'Europe/Copenhagen', '2026-11-03T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', 'sammen', 'leder-af-medarbejder', 'en', 'Europe/Copenhagen', '2026-11-03T07:00:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000001', 'holstebro-sos-2021', 'chef', NULL, 'Europe/Copenhagen', '2026-11-03T07:00:00.000Z');
INSERT INTO public.reflections VALUES
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'a009b593-74fa-46a5-87d7-53c3eedb5907', 'aarhus-bu-2024/common-barn-ved-bordet', 'aarhus-bu-2024', NULL, 'k1.eN4XBHCP_LMpT2kmkKtyIkQ4RYSlu3Ce6Vn1RSNILbC1V5eLD-KJt9BIi3AaFZnjZvoTLRINos4eAf7tabYfbRs0ZJV3XUC_sO0_2oc4pHFMh8ZEc9aiKuyzkp54X3GZCJ55vHr8bQ-wLCM', '2026-11-10T07:00:00.000Z', '2026-11-10T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '06b64b57-7b78-4d50-94c0-daba70f67c9b', 'aarhus-bu-2024/common-barn-ved-bordet', 'aarhus-bu-2024', NULL, 'k1.P6XZzscVobgathKPywwAAkTjguF1A9LvHq4_NDinL0KVCZ1WMl87-Bh9Ze7nWy9ghZG3ypL8-ljVzLVoey5oQqYTwtjQlCWye9E', '2026-11-11T07:00:00.000Z', '2026-11-12T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', '894f2bf2-4641-4ac2-ad53-cd9a6f2f734f', 'sammen/common-opgave-mellem-to-stole', 'sammen', 'driften', 'k1.VAYKAkoFVSNL8zfwf9ukWN7CynozA5Fbgpj7WXJFji5JJsP-B4c04RQ6CaybiWOwRpz3iMnJripVRw', '2026-11-11T07:00:00.000Z', '2026-11-11T07:00:00.000Z'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000001', '201f6322-b95b-4021-8fa4-e90f19cb6506', 'holstebro-sos-2021/common-trange-kar-for-en-vaerdi', 'holstebro-sos-2021', NULL, 'k1.wOfl-t3aM4QtVgylwNeR8XTeR_FXqtUOQHbZr3EKdMlFR3dk5E6Tk9_2TVdZZ6igiZ-McDPFBHSoAgXjYbi_DWGFXmU', '2026-11-12T07:00:00.000Z', '2026-11-12T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '81979e59-df35-44f5-a219-c899d5aa5787', 'aarhus-bu-2024/common-barn-ved-bordet', 'aarhus-bu-2024', NULL, 'k2.1f9_4K3GrU5CZnC6X81PeYo_REz5IVwwSPc3ZLhR55e194jiOg1udME_yfiuFHYATpz7FKt_Pb8AmzorAed1gHIVih5QvGYsajDgJmGUXkF_-i3vvkZaYAcIkjcvO0mLGQ99vG3l7qvAXa4AulOhug', '2026-11-24T07:09:00.000Z', '2026-11-24T07:09:00.000Z');
INSERT INTO public.round_answers VALUES
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'df0f1cd7-9b6c-4bf8-ad93-7b520b854546', 'Mette Sørensen', 'Vi sluttede mødet til tiden.', '2026-11-13T11:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', 'df0f1cd7-9b6c-4bf8-ad93-7b520b854546', 'Lars Østergaard', 'Jeg spurgte to gange.', '2026-11-13T12:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', '4d67aff3-bd04-4d1b-9bab-b5926ca7001c', 'Lars Østergaard', 'Det var en god runde.', '2026-11-13T13:00:00.000Z');
INSERT INTO public.seen_prompts VALUES
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-16T07:06:00.160Z', 'aarhus-bu-2024/common-tidligt-tegn-naeste-gang'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-16T07:06:00.160Z', 'sammen/common-sige-hojt-hvem-der-beslutter'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-16T07:06:00.160Z', 'aarhus-bu-2024/kontorchef-mode-byttet-til-time'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000007', '2026-11-16T07:06:00.160Z', 'sammen/common-frugtbar-faglig-uenighed'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000006', '2026-11-16T07:06:00.160Z', 'socialafdelingen/common-en-ven-soger-job'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-17T07:06:00.160Z', 'aarhus-bu-2024/common-barn-ved-bordet'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', '2026-11-17T07:06:00.160Z', 'sammen/leder-af-medarbejder-stillingsopslag-i-morgen'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-17T07:06:00.160Z', 'aarhus-bu-2024/kontorchef-en-person-kan-det'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000007', '2026-11-17T07:06:00.160Z', 'holstebro-sos-2021/common-tak-til-en-lederkollega'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-17T07:06:00.160Z', 'sammen/common-frugtbar-faglig-uenighed'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000006', '2026-11-17T07:06:00.160Z', 'sammen/common-det-borgeren-selv-kan'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000006', '2026-11-18T07:06:00.120Z', 'aarhus-bu-2024/common-udelt-erfaring'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000007', '2026-11-18T07:06:00.120Z', 'sammen/common-det-borgeren-selv-kan'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-18T07:06:00.120Z', 'holstebro-sos-2021/common-brev-laest-af-en-parorende'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-18T07:06:00.120Z', 'sammen/common-ove-sig-pa-nu'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-18T07:06:00.120Z', 'aarhus-bu-2024/kontorchef-kaffe-med-et-andet-kontor'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000007', '2026-11-19T07:06:00.120Z', 'socialafdelingen/common-en-ven-soger-job'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000006', '2026-11-19T07:06:00.120Z', 'sammen/common-fast-mode-ingen-savner'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-19T07:06:00.120Z', 'socialafdelingen/common-god-hjaelp-for-hende'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-19T07:06:00.120Z', 'aarhus-bu-2024/kontorchef-faglig-uenighed'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-19T07:06:00.120Z', 'sammen/common-fast-mode-ingen-savner'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000006', '2026-11-20T07:06:00.120Z', 'socialafdelingen/common-god-hjaelp-for-hende'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-20T07:06:00.120Z', 'aarhus-bu-2024/kontorchef-gaet-om-mandat'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000007', '2026-11-20T07:06:00.120Z', 'sammen/common-dobbelt-arbejde'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-20T07:06:00.120Z', 'sammen/common-fast-mode-ingen-savner'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-20T07:06:00.120Z', 'holstebro-sos-2021/common-mail-der-var-en-samtale'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-23T07:06:00.120Z', 'aarhus-bu-2024/kontorchef-rapport-sprunget-over'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-23T07:06:00.120Z', 'socialafdelingen/common-opgaven-der-forsvinder'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000007', '2026-11-23T07:06:00.120Z', 'holstebro-sos-2021/common-mail-der-var-en-samtale'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000006', '2026-11-23T07:06:00.120Z', 'sammen/common-frugtbar-faglig-uenighed'),
	('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000008', '2026-11-23T07:06:00.120Z', 'sammen/common-erfaring-uden-mail'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-24T07:01:00.040Z', 'aarhus-bu-2024/kontorchef-midt-i-et-notat'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-24T07:01:00.040Z', 'sammen/common-frugtbar-faglig-uenighed'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000005', '2026-11-24T07:09:00.000Z', 'aarhus-bu-2024/common-tidligt-tegn-naeste-gang'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '2026-11-24T07:10:00.000Z', 'aarhus-bu-2024/forvaltningschef-to-krav-i-hver-sin-retning');
INSERT INTO public.sharers VALUES
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'df0f1cd7-9b6c-4bf8-ad93-7b520b854546', 'Mette Sørensen', 'Kan vi tage den på mandag?'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '4d67aff3-bd04-4d1b-9bab-b5926ca7001c', 'Mette Sørensen', NULL),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', 'c34af3ad-9113-4957-901d-b0418e2a9128', 'Lars Østergaard', NULL);
INSERT INTO public.shares VALUES
	('11111111-1111-4111-8111-111111111111', 'c34af3ad-9113-4957-901d-b0418e2a9128', '19:andre@thread.v2', '{"framework":"sammen","theme":"driften"}', 'besked-1', 0, NULL, '2026-11-13T10:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'df0f1cd7-9b6c-4bf8-ad93-7b520b854546', '19:lederteam@thread.v2', '{"framework":"aarhus-bu-2024","statement":"aarhus-bu-2024/common-born-i-centrum","prompt":"aarhus-bu-2024/common-barn-ved-bordet"}', 'besked-1', 1, NULL, '2026-11-13T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', '4d67aff3-bd04-4d1b-9bab-b5926ca7001c', '19:lederteam@thread.v2', '{"framework":"aarhus-bu-2024","statement":"aarhus-bu-2024/common-born-i-centrum","prompt":"aarhus-bu-2024/common-barn-ved-bordet"}', 'besked-1', 1, '2026-11-13T14:00:00.000Z', '2026-11-13T09:00:00.000Z');
INSERT INTO public.talks VALUES
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', '19:lederteam@thread.v2', 'groupChat', 'Lederteam', '2026-11-03T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', '19:lederteam@thread.v2', 'groupChat', 'Lederteam', '2026-11-03T07:00:00.000Z'),
	('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000002', '19:andre@thread.v2', 'groupChat', NULL, '2026-11-03T07:00:00.000Z');
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT activities_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY public.addresses
    ADD CONSTRAINT addresses_key PRIMARY KEY (tenant, recipient);
ALTER TABLE ONLY public.budgets
    ADD CONSTRAINT budgets_pkey PRIMARY KEY (tenant);
ALTER TABLE ONLY public.contexts
    ADD CONSTRAINT contexts_key PRIMARY KEY (tenant, entra_id, conversation);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_once UNIQUE (tenant, recipient, local_date, slot);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.installations
    ADD CONSTRAINT installations_key PRIMARY KEY (tenant, conversation);
ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.nudge_plans
    ADD CONSTRAINT nudge_plans_key PRIMARY KEY (tenant, recipient);
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_key PRIMARY KEY (tenant, entra_id);
ALTER TABLE ONLY public.plan_makers
    ADD CONSTRAINT plan_makers_key PRIMARY KEY (tenant, conversation);
ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_key PRIMARY KEY (tenant, entra_id);
ALTER TABLE ONLY public.reflections
    ADD CONSTRAINT reflections_key PRIMARY KEY (tenant, entra_id, id);
ALTER TABLE ONLY public.round_answers
    ADD CONSTRAINT round_answers_key PRIMARY KEY (tenant, entra_id, share);
ALTER TABLE ONLY public.seen_prompts
    ADD CONSTRAINT seen_prompts_key PRIMARY KEY (tenant, entra_id, shown_at, prompt);
ALTER TABLE ONLY public.sharers
    ADD CONSTRAINT sharers_key PRIMARY KEY (tenant, entra_id, share);
ALTER TABLE ONLY public.shares
    ADD CONSTRAINT shares_key PRIMARY KEY (tenant, share);
ALTER TABLE ONLY public.talks
    ADD CONSTRAINT talks_key PRIMARY KEY (tenant, entra_id, conversation);
CREATE INDEX activities_expiry ON public.activities USING btree (expires_at);
CREATE INDEX contexts_expiry ON public.contexts USING btree (expires_at);
CREATE INDEX deliveries_age ON public.deliveries USING btree (due_at);
CREATE INDEX deliveries_due ON public.deliveries USING btree (state, tenant, due_at);
CREATE INDEX deliveries_leases ON public.deliveries USING btree (state, lease_until);
CREATE INDEX deliveries_person ON public.deliveries USING btree (tenant, entra_id);
CREATE INDEX nudge_plans_due ON public.nudge_plans USING btree (is_on, next_at);
CREATE INDEX reflections_newest ON public.reflections USING btree (tenant, entra_id, created_at);
CREATE INDEX round_answers_newest ON public.round_answers USING btree (tenant, share, answered_at);
CREATE INDEX sharers_share ON public.sharers USING btree (tenant, share);
CREATE INDEX shares_age ON public.shares USING btree (shared_at);
CREATE INDEX talks_age ON public.talks USING btree (talked_at);
