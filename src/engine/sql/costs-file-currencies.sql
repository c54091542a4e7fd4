select t.currency as currency, count(*) as row_count, min(t.row_number) as first_row
from costs as t
where t.row_number >= cast($first_row as bigint) and t.row_number <= cast($last_row as bigint)
group by t.currency
