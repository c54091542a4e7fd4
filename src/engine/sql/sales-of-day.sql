select s.row_number as row_number from sales as s where s.sale_date = cast($day as date)
