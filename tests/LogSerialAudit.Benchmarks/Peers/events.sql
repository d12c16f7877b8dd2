;SELECT strftime('%Y-%m-%dT%H:%M:%SZ', log_time) AS at_utc, log_hostname AS observer,
    coalesce(regexp_match('zone (\S+)/IN: ', log_body), regexp_match('^transfer of ''(\S+)/IN''', log_body), regexp_match('for zone ''([^'']+)''$', log_body)) AS zone,
    CASE
        WHEN log_body LIKE '%: serial number (%' THEN 'rollback-offered'
        WHEN log_body LIKE '%: notify from %: serial %' THEN 'notify-newer'
        WHEN log_body LIKE '%: zone is up to date' THEN 'notify-up-to-date'
        WHEN log_body LIKE '%: Transfer started.' THEN 'transfer-started'
        WHEN log_body LIKE '%: transferred serial %' THEN 'transferred'
        WHEN log_body LIKE '%: sending notifies %' THEN 'notify-sent'
        WHEN log_body LIKE '%: connected using %' THEN 'transfer-connected'
        WHEN log_body LIKE '%: Transfer status: %' THEN 'transfer-status'
        WHEN log_body LIKE '%: Transfer completed: %' THEN 'transfer-completed'
        ELSE 'notify-received'
    END AS kind,
    coalesce(regexp_match('serial number \((\d+)\)', log_body), regexp_match('^zone .*[( ]serial (\d+)\)?$', log_body)) AS serial,
    regexp_match('ours \((\d+)\)$', log_body) AS held,
    coalesce(regexp_match(' from (?:master )?(\d\S+#\d+)', log_body), regexp_match('^client \S+ (\S+#\d+)', log_body)) AS peer
  FROM syslog_log
  WHERE log_procname = 'named' AND (log_body LIKE 'zone %/IN: %' OR log_body LIKE 'transfer of ''%' OR log_body LIKE 'client %: received notify for zone ''%')
:write-csv-to -
